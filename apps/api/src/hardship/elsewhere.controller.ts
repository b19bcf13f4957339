import { Body, Controller, Get, HttpStatus, Param, Post, Query } from '@nestjs/common';
import type { z } from 'zod';
import { AskElsewhere, ElsewhereAnswer, ElsewherePage, FindElsewhereQuestions } from '#contract/elsewhere';
import { IdParams } from '#contract/shared';
import { askElsewhereOfFile, askElsewhereOfPerson } from '#casework/hardship/elsewhere/ask-elsewhere';
import { findElsewhereQuestions } from '#casework/hardship/elsewhere/find-elsewhere-questions';
import type { Work } from '#casework/work';
import { Operation } from '../http/operation.js';
import { AtWork } from '../http/request.js';

type Id = z.infer<typeof IdParams>;

@Controller('api')
export class ElsewhereController {
  @Operation('askElsewhereOfPerson', { needs: 'elsewhere.ask', status: HttpStatus.CREATED, answers: ElsewhereAnswer })
  @Post('people/:id/elsewhere-questions')
  askOfPerson(
    @AtWork() work: Work,
    @Param({ schema: IdParams }) { id }: Id,
    @Body({ schema: AskElsewhere }) { organisationId }: z.infer<typeof AskElsewhere>,
  ) {
    return askElsewhereOfPerson(work, { personId: id, organisationId });
  }

  @Operation('askElsewhereOfFile', { needs: 'elsewhere.ask', status: HttpStatus.CREATED, answers: ElsewhereAnswer })
  @Post('hardship-files/:id/elsewhere-questions')
  askOfFile(@AtWork() work: Work, @Param({ schema: IdParams }) { id }: Id) {
    return askElsewhereOfFile(work, id);
  }

  @Operation('findElsewhereQuestions', { needs: 'hardship.read', answers: ElsewherePage })
  @Get('elsewhere-questions')
  find(@AtWork() work: Work, @Query({ schema: FindElsewhereQuestions }) filter: z.infer<typeof FindElsewhereQuestions>) {
    return findElsewhereQuestions(work, filter);
  }
}
