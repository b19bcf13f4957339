import type { Judgement } from '../shared/refusal.js';
import { refuseAccess } from './refusals.js';

interface Account {
  readonly username: string;
  /** holds a role of the three officers, now or in a grant still to begin */
  readonly officer: boolean;
}

/**
 * Whether another may be handed a new secret of this account. Of an officer's never: whoever sets it signs in as that officer, and one
 * person would hold what the three (三员) hold apart.
 */
export function mayHandOutSecret({ username, officer }: Account): Judgement {
  return officer ? refuseAccess('access.officer-secret', { username }) : undefined;
}

/** On the server, where there is no other to hold apart, an officer's secret is set anew; everybody else's is set in the product. */
export function mayResetOnServer({ username, officer, status }: Account & { readonly status: string }): Judgement {
  if (!officer) return refuseAccess('access.no-officer', { username });
  return status === 'active' ? undefined : refuseAccess('access.officer-closed', { username });
}
