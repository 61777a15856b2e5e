// Installing must reach the package registry and nothing else: the browser is found or provided by scripts/print/browser.
module.exports = { skipDownload: true }
