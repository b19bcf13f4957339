import { Body, Controller, Param, Post, Put } from '@nestjs/common';
import type { z } from 'zod';
import {
  AddHouseholdMember,
  ChangeHouseholdMember,
  ConsentParams,
  EndHouseholdMember,
  MemberParams,
  RecordConsent,
  WithdrawConsent,
} from '#contract/hardship-form';
import { HardshipRecord } from '#contract/hardship';
import { IdParams } from '#contract/shared';
import { addHouseholdMember } from '#casework/hardship/household/add-household-member';
import { changeHouseholdMember } from '#casework/hardship/household/change-household-member';
import { endHouseholdMember } from '#casework/hardship/household/end-household-member';
import { getHardshipFile } from '#casework/hardship/get-hardship-file';
import { recordConsent } from '#casework/hardship/household/record-consent';
import { withdrawConsent } from '#casework/hardship/household/withdraw-consent';
import type { Work } from '#casework/work';
import { dated } from '../http/dated.js';
import { Operation } from '../http/operation.js';
import { AtWork } from '../http/request.js';

/** Who lives in the household of a file, and what each has signed; every answer is the file as it stands afterwards. */
@Controller('api/hardship-files/:id')
export class HouseholdController {
  @Operation('addHouseholdMember', { needs: 'hardship.record', answers: HardshipRecord })
  @Post('members')
  async add(
    @AtWork() work: Work,
    @Param({ schema: IdParams }) { id }: z.infer<typeof IdParams>,
    @Body({ schema: AddHouseholdMember }) body: z.infer<typeof AddHouseholdMember>,
  ) {
    await addHouseholdMember(work, { fileId: id, ...body } as Parameters<typeof addHouseholdMember>[1]);
    return getHardshipFile(work, id);
  }

  @Operation('changeHouseholdMember', { needs: 'hardship.record', answers: HardshipRecord })
  @Put('members/:memberId')
  async change(
    @AtWork() work: Work,
    @Param({ schema: MemberParams }) { id, memberId }: z.infer<typeof MemberParams>,
    @Body({ schema: ChangeHouseholdMember }) body: z.infer<typeof ChangeHouseholdMember>,
  ) {
    await changeHouseholdMember(work, { fileId: id, memberId, ...body } as Parameters<typeof changeHouseholdMember>[1]);
    return getHardshipFile(work, id);
  }

  @Operation('endHouseholdMember', { needs: 'hardship.record', answers: HardshipRecord })
  @Post('members/:memberId/leaving')
  async end(
    @AtWork() work: Work,
    @Param({ schema: MemberParams }) { id, memberId }: z.infer<typeof MemberParams>,
    @Body({ schema: EndHouseholdMember }) body: z.infer<typeof EndHouseholdMember>,
  ) {
    await endHouseholdMember(work, { fileId: id, memberId, ...dated(body) });
    return getHardshipFile(work, id);
  }

  @Operation('recordConsent', { needs: 'hardship.record', answers: HardshipRecord })
  @Post('consents')
  async consent(
    @AtWork() work: Work,
    @Param({ schema: IdParams }) { id }: z.infer<typeof IdParams>,
    @Body({ schema: RecordConsent }) body: z.infer<typeof RecordConsent>,
  ) {
    await recordConsent(work, { fileId: id, ...dated(body) });
    return getHardshipFile(work, id);
  }

  @Operation('withdrawConsent', { needs: 'hardship.record', answers: HardshipRecord })
  @Post('consents/:consentId/withdrawal')
  async withdraw(
    @AtWork() work: Work,
    @Param({ schema: ConsentParams }) { id, consentId }: z.infer<typeof ConsentParams>,
    @Body({ schema: WithdrawConsent }) body: z.infer<typeof WithdrawConsent>,
  ) {
    await withdrawConsent(work, { fileId: id, consentId, ...dated(body) });
    return getHardshipFile(work, id);
  }
}
