/** Languages as bibliographies name them. */

const LANGUAGES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    indonesian: 'id',
    indonesia: 'id',
    'bahasa indonesia': 'id',
    ind: 'id',
    eng: 'en',
    bahasa: 'id',
    bahasai: 'id',
    indon: 'id',
    english: 'en',
    american: 'en',
    usenglish: 'en',
    british: 'en',
    ukenglish: 'en',
    inggris: 'en',
    malay: 'ms',
    bahasam: 'ms',
    melayu: 'ms',
    dutch: 'nl',
    french: 'fr',
    german: 'de',
    ngerman: 'de',
    spanish: 'es',
    arabic: 'ar',
    japanese: 'ja',
  }),
)

/** "Indonesian" -> id; what is not known, and what is a tag already, stays. */
export function languageTag(name: string): string {
  return LANGUAGES.get(name.trim().toLowerCase()) ?? name
}
