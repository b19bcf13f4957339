import type { Refusal } from '#rules/shared/refusal';

/** What a person may do with a record now; where not, why not, in both languages. Named by the operation. */
export interface ActionView {
  name: string;
  allowed: boolean;
  zh?: string;
  en?: string;
}

export function action(name: string, why: Refusal | undefined): ActionView {
  return why ? { name, allowed: false, zh: why.sentence('zh'), en: why.sentence('en') } : { name, allowed: true };
}
