import { refuseEmployer } from '#rules/organisations/employer-refusals';
import { readOrgCode } from '#rules/shared/identifiers/org-code';
import { readUscc } from '#rules/shared/identifiers/uscc';
import { onField, Refusal } from '#rules/shared/refusal';

export interface CodesOnPaper {
  uscc?: string | null | undefined;
  orgCode?: string | null | undefined;
  confirmCode: boolean;
}

export interface Codes {
  uscc: string | null;
  orgCode: string | null;
  codeUnverified: boolean;
}

/**
 * The codes as they are kept: a firm with a 统一社会信用代码 is also known by the organisation code within it. A wrong check
 * character is for the clerk to confirm, because some early codes fail it.
 */
export function readCodes({ uscc, orgCode, confirmCode }: CodesOnPaper): Codes {
  const one = uscc ? readUscc(uscc) : undefined;
  if (one instanceof Refusal) throw onField(one, 'uscc');
  const other = orgCode ? readOrgCode(orgCode) : undefined;
  if (other instanceof Refusal) throw onField(other, 'orgCode');
  if (one && other && one.orgCode !== other.code) throw onField(refuseEmployer('organisations.codes-disagree'), 'orgCode');
  const unverified = (one && !one.verified) || (other && !other.verified) || false;
  if (unverified && !confirmCode) throw onField(refuseEmployer('organisations.code-unconfirmed'), one ? 'uscc' : 'orgCode');
  return { uscc: one?.code ?? null, orgCode: one?.orgCode ?? other?.code ?? null, codeUnverified: unverified };
}
