import { refuseAccess } from '#rules/access/refusals';
import { refuseFile } from '#rules/hardship/file-refusals';
import { refuseHardship } from '#rules/hardship/refusals';
import { Refusal } from '#rules/shared/refusal';
import { refuseData } from './refusals.js';

interface DatabaseError extends Error {
  code?: string;
  constraint?: string;
}

/** PostgreSQL's word, or the socket's, in ours. Unknown errors stay what they are: they are faults of the program. */
export function inOurWords(error: unknown): unknown {
  if (error instanceof Refusal || !(error instanceof Error)) return error;
  const { code = '', constraint = '' } = error as DatabaseError;
  const refusal = refusalFor(code, constraint, error.message);
  if (refusal) refusal.cause = error;
  return refusal ?? error;
}

/** Walls that stand for a rule of the work: who runs into one is told that rule, and not the wall's name. */
const walls: Readonly<Record<string, () => Refusal>> = {
  one_open_file_a_person: () => refuseFile('hardship.already-on-file'),
  one_open_file_a_household: () => refuseFile('hardship.already-on-file'),
  one_open_file_a_holder: () => refuseFile('hardship.already-on-file'),
  notice_before_adverse: () => refuseFile('hardship.notice-missing'),
  notice_before_approval: () => refuseFile('hardship.notice-missing'),
  approved_by_another: () => refuseHardship('hardship.second-person-needed'),
  adverse_by_another: () => refuseHardship('hardship.second-person-needed'),
  not_decided_by_who_recorded: () => refuseHardship('hardship.second-person-needed'),
  not_checked_by_who_reckoned: () => refuseHardship('hardship.second-person-needed'),
  officers_stand_apart: () => refuseAccess('access.officer-secret', { username: 'USERNAME' }),
  overridden_by_two: () => refuseHardship('hardship.second-person-needed'),
};

function refusalFor(code: string, constraint: string, message: string): Refusal | undefined {
  const wall = Object.hasOwn(walls, constraint) ? walls[constraint] : undefined;
  if (wall) return wall();
  if (code === '23505' || code === '23P01') return refuseData('data.already-there', { constraint });
  if (code === '42501') return refuseData('data.not-allowed');
  if (code === '23514' || code === '23503' || code === '23502' || code === 'BF001' || code === 'BF002' || code === 'BF003')
    return refuseData('data.refused', { constraint });
  if (
    code === '22000' ||
    code === '22P02' ||
    code === '22007' ||
    code === '22008' ||
    code === '22003' ||
    code === '22021' ||
    code === '22P05'
  )
    return refuseData('data.refused', { constraint: 'format' });
  if (code === '57014') return refuseData('data.too-slow');
  if (code === '53100' || code === '25006') return refuseData('data.full');
  if (/^(08|57P0|53[034])/.test(code) || /^E(CONN|PIPE|TIMEDOUT|HOSTUNREACH|AI_AGAIN)/.test(code)) return refuseData('data.unavailable');
  if (
    /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Cannot use a pool after/.test(
      message,
    )
  )
    return refuseData('data.unavailable');
  return undefined;
}

/** Worth another try as it stands: a deadlock or a serialization failure, of which nothing was kept. */
export function worthAnotherTry(error: unknown): boolean {
  return error instanceof Error && ['40P01', '40001'].includes((error as DatabaseError).code ?? '');
}
