import type { Config } from './config.ts'

/** Does `naskah.yaml` give something for a dotted key, e.g. `author.id`? An empty list is nothing. */
export function isGiven(config: Config, key: string): boolean {
  let value: unknown = config
  for (const step of key.split('.')) {
    value = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[step] : undefined
  }
  return value !== undefined && !(Array.isArray(value) && value.length === 0)
}
