import { Body, Controller, HttpStatus, Param, Post } from '@nestjs/common';
import type { z } from 'zod';
import { MergeDone, MergePeople, UndoMerge } from '#contract/people';
import { IdParams } from '#contract/shared';
import { mergePeople } from '#casework/people/merge-people';
import { undoMerge } from '#casework/people/undo-merge';
import type { Work } from '#casework/work';
import { Operation } from '../http/operation.js';
import { AtWork } from '../http/request.js';

type Id = z.infer<typeof IdParams>;

@Controller('api')
export class MergesController {
  @Operation('mergePeople', { needs: 'person-merge.make', status: HttpStatus.CREATED, answers: MergeDone })
  @Post('people/:id/merges')
  merge(@AtWork() work: Work, @Param({ schema: IdParams }) { id }: Id, @Body({ schema: MergePeople }) body: z.infer<typeof MergePeople>) {
    return mergePeople(work, { keptId: id, ...body });
  }

  @Operation('undoMerge', { needs: 'person-merge.undo', status: HttpStatus.NO_CONTENT })
  @Post('merges/:id/undoing')
  undo(
    @AtWork() work: Work,
    @Param({ schema: IdParams }) { id }: Id,
    @Body({ schema: UndoMerge }) body: z.infer<typeof UndoMerge>,
  ): Promise<void> {
    return undoMerge(work, { mergeId: id, ...body });
  }
}
