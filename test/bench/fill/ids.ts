/** Ids that say their number, so that rows made in SQL and in this program meet. */
const at = (head: string) => (n: number) => `${head}-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
export const organisationId = at('01900001');
export const userId = at('01900002');
export const employerId = at('01900003');
export const personId = at('01900004');
export const disputeId = at('01900005');
export const petitionId = at('01900006');

/** The same in SQL. */
export const idIn = (id: (n: number) => string, n: string): string => `('${id(0).slice(0, 24)}' || lpad(to_hex(${n}), 12, '0'))::uuid`;

export const DISTRICTS = 10;
export const TOWNS_A_DISTRICT = 9;
export const districts = Array.from({ length: DISTRICTS }, (_, i) => i + 1);
export const towns = Array.from({ length: DISTRICTS * TOWNS_A_DISTRICT }, (_, i) => DISTRICTS + 1 + i);
export const districtOf = (town: number): number => Math.floor((town - DISTRICTS - 1) / TOWNS_A_DISTRICT) + 1;
export const EMPLOYERS = 20_000;

export const accounts = {
  reviewer: { id: userId(1), username: 'bench.reviewer', role: 'reviewer', organisation: 'city' },
  clerk: { id: userId(2), username: 'bench.clerk', role: 'window-clerk', organisation: organisationId(3) },
  statistician: { id: userId(3), username: 'bench.statistician', role: 'statistician', organisation: 'city' },
} as const;
export const PASSWORD = 'Bench-2026!limit';
export const FILLER = userId(4);
export const mediatorId = (town: number): string => userId(100 + town);
/** Dispute and petition numbers begin with letters of their own, so that those made during the run never meet them. */
export const disputeNumber = (n: number, year: number): string => `台劳调字〔${year}〕第${n}号`;

/** The first cases belong to two people: one with very many activities, one with few. */
export const busyPerson = personId(1);
export const quietPerson = personId(2);
