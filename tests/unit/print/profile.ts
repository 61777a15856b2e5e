/** Profiles for the tests of planning and printing. */
import { diskHost } from '../../../scripts/host.ts'
import type { DocumentSection } from '../../../scripts/model.ts'
import { readProfile } from '../../../scripts/read/profile.ts'
import type { Profile } from '../../../scripts/schema/profile.ts'

export async function shippedProfile(id = 'generic-id'): Promise<Profile> {
  const { value } = await readProfile(diskHost(), id, {})
  if (!value) throw new Error(`${id} cannot be read`)
  return value
}

/** The profile with other page numbers. */
export function numbered(profile: Profile, numbers: Partial<Profile['page_numbers']>): Profile {
  return { ...profile, page_numbers: { ...profile.page_numbers, ...numbers } }
}

export function section(
  id: string,
  zone: DocumentSection['zone'],
  more: Partial<DocumentSection> = {},
): DocumentSection {
  return { id, zone, numbering: 'shown', title: id, ...more }
}
