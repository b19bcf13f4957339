/** Who put a name under a paper of the household: most often whom it is about, else a guardian or a relative. */
import { maskPersonName } from '../../shared/identifiers/person-name.js';
import type { Label } from '../../shared/label.js';

export const inPerson: Label = { zh: '本人', en: 'in person' };

export const signedInPerson = (by: string): boolean => by === inPerson.zh || by === inPerson.en;

/** 本人 hides nobody; a name does, as everywhere among the needy. */
export const maskSigner = (by: string): string => (signedInPerson(by) ? by : maskPersonName(by));
