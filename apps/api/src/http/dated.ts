import type { PlainDate } from '#rules/shared/plain-date';

type DateName = 'on' | 'until' | 'from' | 'to' | 'validFrom' | 'performBy' | 'feedbackBy' | 'birthDate' | 'periodFrom' | `${string}On`;
export type Dated<Body> = { [Key in keyof Body]: Key extends DateName ? Exclude<Body[Key], string> | PlainDate : Body[Key] };

/** The contract has read every day of this body as a real one: from here on they are dates. */
export const dated = <Body extends object>(body: Body): Dated<Body> => body as Dated<Body>;
