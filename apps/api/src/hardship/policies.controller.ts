import { Body, Controller, Get, HttpStatus, Param, Post, Put, Query } from '@nestjs/common';
import type { z } from 'zod';
import { Made } from '#contract/imports';
import {
  ChangeRule,
  ChangeStandard,
  DraftRule,
  DraftStandard,
  FindPolicies,
  FindPolicyRows,
  MovePolicy,
  PolicyPage,
  PolicyRecord,
  PolicyRows,
  RuleList,
} from '#contract/policy';
import { IdParams } from '#contract/shared';
import { agreeToPolicy } from '#casework/hardship/policy/agree-to-policy';
import { changePolicy } from '#casework/hardship/policy/change-policy';
import { draftPolicy, type PolicyWish } from '#casework/hardship/policy/draft-policy';
import { dropPolicy } from '#casework/hardship/policy/drop-policy';
import { findPolicies } from '#casework/hardship/policy/find-policies';
import { findPolicyRows } from '#casework/hardship/policy/find-policy-rows';
import { getPolicy } from '#casework/hardship/policy/get-policy';
import { publishPolicy } from '#casework/hardship/policy/publish-policy';
import { tryPolicy } from '#casework/hardship/policy/try-policy';
import { listRules } from '#casework/hardship/eligibility/list-rules';
import type { Work } from '#casework/work';
import { dated } from '../http/dated.js';
import { Operation } from '../http/operation.js';
import { AtWork } from '../http/request.js';

type Id = z.infer<typeof IdParams>;
type Moved = z.infer<typeof MovePolicy>;

function ruleWish({
  name,
  reason,
  validFrom,
  capPercent,
  ruleId,
  thresholds,
  instrument,
  article,
  says,
}: z.infer<typeof DraftRule>): PolicyWish {
  const changes = {
    kind: 'rule',
    ruleId,
    thresholds,
    instrument: instrument ?? null,
    article: article ?? null,
    says: says || null,
  } as const;
  return dated({ name, reason, validFrom, capPercent, changes });
}

function standardWish({ name, reason, validFrom, capPercent, division, amountFen, source }: z.infer<typeof DraftStandard>): PolicyWish {
  return dated({ name, reason, validFrom, capPercent, changes: { kind: 'standard', division, amountFen, source } as const });
}

/** Rules and standards as they hold, and drafts of others: tried, agreed to by a second person, published. */
@Controller('api')
export class PoliciesController {
  @Operation('listEligibilityRules', { needs: 'signed-in', answers: RuleList })
  @Get('eligibility-rules')
  rules(@AtWork() work: Work) {
    return listRules(work);
  }

  @Operation('findPolicies', { needs: 'policy.read', answers: PolicyPage })
  @Get('policies')
  find(@AtWork() work: Work, @Query({ schema: FindPolicies }) query: z.infer<typeof FindPolicies>) {
    return findPolicies(work, query);
  }

  @Operation('draftRule', { needs: 'policy.draft', status: HttpStatus.CREATED, answers: Made })
  @Post('policies/rules')
  draftRule(@AtWork() work: Work, @Body({ schema: DraftRule }) body: z.infer<typeof DraftRule>) {
    return draftPolicy(work, ruleWish(body));
  }

  @Operation('draftStandard', { needs: 'policy.draft', status: HttpStatus.CREATED, answers: Made })
  @Post('policies/standards')
  draftStandard(@AtWork() work: Work, @Body({ schema: DraftStandard }) body: z.infer<typeof DraftStandard>) {
    return draftPolicy(work, standardWish(body));
  }

  @Operation('getPolicy', { needs: 'policy.read', answers: PolicyRecord })
  @Get('policies/:id')
  get(@AtWork() work: Work, @Param({ schema: IdParams }) { id }: Id) {
    return getPolicy(work, id);
  }

  @Operation('changeRule', { needs: 'policy.draft', answers: PolicyRecord })
  @Put('policies/:id/rule')
  async changeRule(
    @AtWork() work: Work,
    @Param({ schema: IdParams }) { id }: Id,
    @Body({ schema: ChangeRule }) body: z.infer<typeof ChangeRule>,
  ) {
    await changePolicy(work, { draftId: id, version: body.version, ...ruleWish(body) });
    return getPolicy(work, id);
  }

  @Operation('changeStandard', { needs: 'policy.draft', answers: PolicyRecord })
  @Put('policies/:id/standard')
  async changeStandard(
    @AtWork() work: Work,
    @Param({ schema: IdParams }) { id }: Id,
    @Body({ schema: ChangeStandard }) body: z.infer<typeof ChangeStandard>,
  ) {
    await changePolicy(work, { draftId: id, version: body.version, ...standardWish(body) });
    return getPolicy(work, id);
  }

  @Operation('tryPolicy', { needs: 'policy.draft', status: HttpStatus.ACCEPTED, answers: PolicyRecord })
  @Post('policies/:id/trial')
  async try(@AtWork() work: Work, @Param({ schema: IdParams }) { id }: Id, @Body({ schema: MovePolicy }) { version }: Moved) {
    await tryPolicy(work, { draftId: id, version });
    return getPolicy(work, id);
  }

  @Operation('agreeToPolicy', { needs: 'policy.publish', answers: PolicyRecord })
  @Post('policies/:id/agreement')
  async agree(@AtWork() work: Work, @Param({ schema: IdParams }) { id }: Id, @Body({ schema: MovePolicy }) { version }: Moved) {
    await agreeToPolicy(work, { draftId: id, version });
    return getPolicy(work, id);
  }

  @Operation('publishPolicy', { needs: 'policy.publish', answers: PolicyRecord })
  @Post('policies/:id/publication')
  async publish(@AtWork() work: Work, @Param({ schema: IdParams }) { id }: Id, @Body({ schema: MovePolicy }) { version }: Moved) {
    await publishPolicy(work, { draftId: id, version });
    return getPolicy(work, id);
  }

  @Operation('dropPolicy', { needs: 'policy.read', answers: PolicyRecord })
  @Post('policies/:id/dropping')
  async drop(@AtWork() work: Work, @Param({ schema: IdParams }) { id }: Id, @Body({ schema: MovePolicy }) { version }: Moved) {
    await dropPolicy(work, { draftId: id, version });
    return getPolicy(work, id);
  }

  @Operation('findPolicyRows', { needs: 'policy.read', answers: PolicyRows })
  @Get('policies/:id/rows')
  rows(
    @AtWork() work: Work,
    @Param({ schema: IdParams }) { id }: Id,
    @Query({ schema: FindPolicyRows }) query: z.infer<typeof FindPolicyRows>,
  ) {
    return findPolicyRows(work, { draftId: id, ...query });
  }
}
