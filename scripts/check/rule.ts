/** What a rule of the linter is. One rule is one file in `rules/`, one line in `index.ts` and a folder of fixtures. */
import type { Message, Where } from '../diagnostics.ts'
import type { Chapter, OutlineSection, Severity, Text } from '../model.ts'
import type { Profile } from '../schema/profile.ts'
import type { FrontMatter } from './front-matter.ts'
import type { OutlineFault } from './outline/faults.ts'
import type { ListedSources } from './sources.ts'

/** What the rules look at. */
export interface CheckedThesis {
  /** In reading order, with numbered headings (`heading.data.section`). */
  readonly chapters: readonly Chapter[]
  /** What the campus asks for at this stage; see `outlineForStage`. */
  readonly outline: readonly OutlineSection[]
  /** False when nobody chose a profile; what the outline then says is only information. */
  readonly explicitProfile: boolean
  readonly profileName: string
  /** How well the profile is founded; D when absent. */
  readonly evidence?: Profile['evidence']
  /** Absent when chapters alone are checked. */
  readonly front?: FrontMatter
  /** Absent when chapters alone are checked. */
  readonly sources?: ListedSources
}

/** A thesis with what several rules need of it, worked out once. */
interface ExaminedThesis extends CheckedThesis {
  /** How the thesis differs from the outline; each outline rule tells one kind. */
  readonly faults: readonly OutlineFault[]
}

/** What a rule says of one finding; a rule may have several. Its id and severity are the rule's. */
type RuleMessage<Facts> = Pick<Message<Facts>, 'text' | 'hint'>

/** Keeps the type of the facts; used as `const missing = ruleMessage<{ title: string }>({ … })`. */
export function ruleMessage<Facts>(definition: RuleMessage<Facts>): RuleMessage<Facts> {
  return definition
}

/** Tells a finding; what it says comes from one of the rule's messages. */
export type Report = <Facts>(about: RuleMessage<Facts>, facts: Facts, where: Omit<Where, 'severity'>) => void

export interface Rule {
  /** `group/name` */
  readonly id: string
  readonly severity: Severity
  /** Is it about format? Then the profile's evidence says how grave it is: A and B are errors, C warns, D informs. */
  readonly isFormat?: boolean
  /** One line for the list of rules. */
  readonly title: Text
  /** Why a reader or an examiner cares. */
  readonly why: Text
  /** Everything the rule may say, by name, for its page in the docs. */
  readonly messages: Readonly<Record<string, RuleMessage<never>>>
  /** Pure: reads the thesis and reports, changes nothing. */
  check(thesis: ExaminedThesis, report: Report): void
}

export function defineRule(rule: Rule): Rule {
  return rule
}
