import { Body, Controller, Get, HttpStatus, Param, Post, Query } from '@nestjs/common';
import type { z } from 'zod';
import { Made } from '#contract/imports';
import {
  AcceptPetition,
  ClosePetition,
  DeclinePetition,
  ExtendPetition,
  FindPetitions,
  HandlePetition,
  MergePetition,
  PetitionPage,
  PetitionRecord,
  ReferPetition,
  RegisterPetition,
  ReplyToPetition,
  WithdrawPetition,
} from '#contract/petitions';
import { IdParams } from '#contract/shared';
import { acceptPetition } from '#casework/petitions/accept-petition';
import { closePetition } from '#casework/petitions/close-petition';
import { declinePetition } from '#casework/petitions/decline-petition';
import { extendPetition } from '#casework/petitions/extend-petition';
import { findPetitions } from '#casework/petitions/find-petitions';
import { getPetition } from '#casework/petitions/get-petition';
import { handlePetition } from '#casework/petitions/handle-petition';
import { mergePetition } from '#casework/petitions/merge-petition';
import { referPetition } from '#casework/petitions/refer-petition';
import { registerPetition } from '#casework/petitions/register-petition';
import { replyToPetition } from '#casework/petitions/reply-to-petition';
import { withdrawPetition } from '#casework/petitions/withdraw-petition';
import type { Work } from '#casework/work';
import type { PlainDate } from '#rules/shared/plain-date';
import { Operation } from '../http/operation.js';
import { AtWork } from '../http/request.js';

type Id = z.infer<typeof IdParams>;

/** The contract has checked that a day is one; from here on it is a PlainDate. */
const moved = <Body extends { on?: string | undefined }>(id: string, body: Body) => ({
  ...body,
  petitionId: id,
  on: body.on as PlainDate | undefined,
});

@Controller('api/petitions')
export class PetitionsController {
  @Operation('findPetitions', { needs: 'petition.read', answers: PetitionPage })
  @Get()
  find(@AtWork() work: Work, @Query({ schema: FindPetitions }) filter: z.infer<typeof FindPetitions>) {
    return findPetitions(work, filter);
  }

  @Operation('registerPetition', { needs: 'petition.register', status: HttpStatus.CREATED, answers: Made })
  @Post()
  register(@AtWork() work: Work, @Body({ schema: RegisterPetition }) body: z.infer<typeof RegisterPetition>) {
    return registerPetition(work, { ...body, registeredOn: body.registeredOn as PlainDate | undefined });
  }

  @Operation('getPetition', { needs: 'petition.read', answers: PetitionRecord })
  @Get(':id')
  get(@AtWork() work: Work, @Param({ schema: IdParams }) { id }: Id) {
    return getPetition(work, id);
  }

  @Operation('acceptPetition', { needs: 'petition.sort', answers: PetitionRecord })
  @Post(':id/acceptance')
  async accept(
    @AtWork() work: Work,
    @Param({ schema: IdParams }) { id }: Id,
    @Body({ schema: AcceptPetition }) body: z.infer<typeof AcceptPetition>,
  ) {
    await acceptPetition(work, moved(id, body));
    return getPetition(work, id);
  }

  @Operation('declinePetition', { needs: 'petition.sort', answers: PetitionRecord })
  @Post(':id/declination')
  async decline(
    @AtWork() work: Work,
    @Param({ schema: IdParams }) { id }: Id,
    @Body({ schema: DeclinePetition }) body: z.infer<typeof DeclinePetition>,
  ) {
    await declinePetition(work, moved(id, body));
    return getPetition(work, id);
  }

  @Operation('referPetition', { needs: 'petition.sort', answers: PetitionRecord })
  @Post(':id/referral')
  async refer(
    @AtWork() work: Work,
    @Param({ schema: IdParams }) { id }: Id,
    @Body({ schema: ReferPetition }) body: z.infer<typeof ReferPetition>,
  ) {
    await referPetition(work, { ...moved(id, body), feedbackBy: body.feedbackBy as PlainDate | null | undefined });
    return getPetition(work, id);
  }

  @Operation('mergePetition', { needs: 'petition.sort', answers: PetitionRecord })
  @Post(':id/merging')
  async merge(
    @AtWork() work: Work,
    @Param({ schema: IdParams }) { id }: Id,
    @Body({ schema: MergePetition }) body: z.infer<typeof MergePetition>,
  ) {
    await mergePetition(work, moved(id, body));
    return getPetition(work, id);
  }

  @Operation('handlePetition', { needs: 'petition.handle', answers: PetitionRecord })
  @Post(':id/handling')
  async handle(
    @AtWork() work: Work,
    @Param({ schema: IdParams }) { id }: Id,
    @Body({ schema: HandlePetition }) body: z.infer<typeof HandlePetition>,
  ) {
    await handlePetition(work, moved(id, body));
    return getPetition(work, id);
  }

  @Operation('extendPetition', { needs: 'petition.extend', answers: PetitionRecord })
  @Post(':id/extension')
  async extend(
    @AtWork() work: Work,
    @Param({ schema: IdParams }) { id }: Id,
    @Body({ schema: ExtendPetition }) body: z.infer<typeof ExtendPetition>,
  ) {
    await extendPetition(work, moved(id, body));
    return getPetition(work, id);
  }

  @Operation('replyToPetition', { needs: 'petition.handle', answers: PetitionRecord })
  @Post(':id/reply')
  async reply(
    @AtWork() work: Work,
    @Param({ schema: IdParams }) { id }: Id,
    @Body({ schema: ReplyToPetition }) body: z.infer<typeof ReplyToPetition>,
  ) {
    await replyToPetition(work, moved(id, body));
    return getPetition(work, id);
  }

  @Operation('withdrawPetition', { needs: 'petition.handle', answers: PetitionRecord })
  @Post(':id/withdrawal')
  async withdraw(
    @AtWork() work: Work,
    @Param({ schema: IdParams }) { id }: Id,
    @Body({ schema: WithdrawPetition }) body: z.infer<typeof WithdrawPetition>,
  ) {
    await withdrawPetition(work, moved(id, body));
    return getPetition(work, id);
  }

  @Operation('closePetition', { needs: 'petition.close', answers: PetitionRecord })
  @Post(':id/closure')
  async close(
    @AtWork() work: Work,
    @Param({ schema: IdParams }) { id }: Id,
    @Body({ schema: ClosePetition }) body: z.infer<typeof ClosePetition>,
  ) {
    await closePetition(work, moved(id, body));
    return getPetition(work, id);
  }
}
