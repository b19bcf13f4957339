/**
 * A refusal is a value in our words: a code that every area declares in its own `refusals.ts`, with what a person has
 * to know and do, in Chinese and English. HTTP meets it in exactly one place (the api's refusal filter).
 */
export type RefusalKind = 'invalid' | 'forbidden' | 'unauthenticated' | 'not-found' | 'conflict' | 'unavailable' | 'too-many';

/** `{name}` placeholders in the sentences are filled from the refusal's details. */
export interface RefusalText {
  kind: RefusalKind;
  zh: string;
  en: string;
}

export type RefusalDetails = Readonly<Record<string, string | number | undefined>>;

const traces = Error as { stackTraceLimit?: number };

export class Refusal extends Error {
  constructor(
    readonly code: string,
    readonly text: RefusalText,
    readonly details: RefusalDetails = {},
  ) {
    // A refusal is no fault: where it was made interests nobody, and every case page makes a dozen. Tracing them would be half its cost.
    const { stackTraceLimit } = traces;
    traces.stackTraceLimit = 0;
    super(code);
    traces.stackTraceLimit = stackTraceLimit ?? 10;
    this.name = 'Refusal';
  }

  /** The sentence for a person, with its details filled in. */
  sentence(language: 'zh' | 'en'): string {
    const text = this.text[language];
    // Most have no place to fill in, and every case page says a dozen.
    return !text.includes('{') ? text : text.replace(/\{(\w+)\}/g, (_, name: string) => String(this.details[name] ?? ''));
  }
}

/** Declares an area's refusals and returns the one function that makes them; the codes are exhaustive by type. */
export function refusals<const Texts extends Record<string, RefusalText>>(texts: Texts) {
  const make = (code: keyof Texts & string, details?: RefusalDetails): Refusal => new Refusal(code, texts[code]!, details);
  return Object.assign(make, { texts: texts as Record<string, RefusalText> });
}

/** A judgement is either fine (`undefined`) or a refusal: rules return it, casework throws it. */
export type Judgement = Refusal | undefined;

export function refuseIf(judgement: Judgement): void {
  if (judgement) throw judgement;
}

/** The same refusal, said of one field of what was sent. */
export function onField(refusal: Refusal, field: string): Refusal {
  return new Refusal(refusal.code, refusal.text, { ...refusal.details, field });
}
