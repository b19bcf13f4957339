import { Body, Controller, Get, HttpStatus, Param, Post, Query } from '@nestjs/common';
import type { z } from 'zod';
import { Made } from '#contract/imports';
import { EndPairing, FilePairings, FindPairings, PairFamily, PairingPage, RecordContact } from '#contract/pairings';
import { IdParams } from '#contract/shared';
import { findPairings } from '#casework/hardship/pairings/find-pairings';
import { endPairing, recordContact } from '#casework/hardship/pairings/go-on-with-pair';
import { pairFamily } from '#casework/hardship/pairings/pair-family';
import { pairingsOfFile } from '#casework/hardship/pairings/pairings-of-file';
import type { Work } from '#casework/work';
import { dated } from '../http/dated.js';
import { Operation } from '../http/operation.js';
import { AtWork } from '../http/request.js';

type Id = z.infer<typeof IdParams>;

@Controller('api')
export class PairingsController {
  @Operation('findPairings', { needs: 'hardship.read', answers: PairingPage })
  @Get('pairings')
  find(@AtWork() work: Work, @Query({ schema: FindPairings }) filter: z.infer<typeof FindPairings>) {
    return findPairings(work, filter);
  }

  @Operation('filePairings', { needs: 'hardship.read', answers: FilePairings })
  @Get('hardship-files/:id/pairings')
  ofFile(@AtWork() work: Work, @Param({ schema: IdParams }) { id }: Id) {
    return pairingsOfFile(work, id);
  }

  @Operation('pairFamily', { needs: 'hardship.record', status: HttpStatus.CREATED, answers: Made })
  @Post('hardship-files/:id/pairings')
  pair(@AtWork() work: Work, @Param({ schema: IdParams }) { id }: Id, @Body({ schema: PairFamily }) body: z.infer<typeof PairFamily>) {
    return pairFamily(work, { fileId: id, ...dated(body) });
  }

  @Operation('recordContact', { needs: 'hardship.record', status: HttpStatus.CREATED, answers: Made })
  @Post('pairings/:id/contacts')
  contact(
    @AtWork() work: Work,
    @Param({ schema: IdParams }) { id }: Id,
    @Body({ schema: RecordContact }) body: z.infer<typeof RecordContact>,
  ) {
    return recordContact(work, { pairingId: id, ...dated(body) });
  }

  @Operation('endPairing', { needs: 'hardship.record', status: HttpStatus.NO_CONTENT })
  @Post('pairings/:id/ending')
  end(
    @AtWork() work: Work,
    @Param({ schema: IdParams }) { id }: Id,
    @Body({ schema: EndPairing }) body: z.infer<typeof EndPairing>,
  ): Promise<void> {
    return endPairing(work, { pairingId: id, ...dated(body) });
  }
}
