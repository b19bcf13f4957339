import { Controller, Get, Query } from '@nestjs/common';
import type { z } from 'zod';
import { SearchFor, SearchResult, Workbench } from '#contract/desk';
import { searchAll } from '#casework/desk/search-all';
import { getWorkbench } from '#casework/desk/workbench';
import type { Work } from '#casework/work';
import { Operation } from '../http/operation.js';
import { AtWork } from '../http/request.js';

@Controller('api')
export class DeskController {
  @Operation('searchAll', { needs: 'signed-in', answers: SearchResult })
  @Get('search')
  search(@AtWork() work: Work, @Query({ schema: SearchFor }) query: z.infer<typeof SearchFor>) {
    return searchAll(work, query);
  }

  @Operation('getWorkbench', { needs: 'signed-in', answers: Workbench })
  @Get('workbench')
  workbench(@AtWork() work: Work) {
    return getWorkbench(work);
  }
}
