import { Body, Controller, Get, HttpStatus, Param, Post, Put } from '@nestjs/common';
import { z } from 'zod';
import { Made } from '#contract/imports';
import {
  CalendarYearView,
  ChangeOrganisation,
  CreateOrganisation,
  CreateSite,
  DivisionList,
  MoveOrganisation,
  OrganisationRecord,
  OrganisationTree,
} from '#contract/organisations';
import { IdParams } from '#contract/shared';
import { calendarYear, divisions } from '#casework/organisations/calendar-year';
import { changeOrganisation } from '#casework/organisations/change-organisation';
import { createOrganisation } from '#casework/organisations/create-organisation';
import { createSite } from '#casework/organisations/create-site';
import { getOrganisation } from '#casework/organisations/get-organisation';
import { moveOrganisation } from '#casework/organisations/move-organisation';
import { organisationTree } from '#casework/organisations/organisation-tree';
import type { Work } from '#casework/work';
import type { PlainDate } from '#rules/shared/plain-date';
import { KnownCallers } from '../http/known-callers.js';
import { Operation } from '../http/operation.js';
import { AtWork } from '../http/request.js';

type Id = z.infer<typeof IdParams>;
const YearParams = z.object({ year: z.coerce.number().int().min(1990).max(2100) });

@Controller('api')
export class OrganisationsController {
  constructor(private readonly callers: KnownCallers) {}

  @Operation('organisationTree', { needs: 'signed-in', answers: OrganisationTree })
  @Get('organisations')
  async tree(@AtWork() work: Work) {
    return { items: await organisationTree(work) };
  }

  @Operation('createOrganisation', { needs: 'organisation.create', status: HttpStatus.CREATED, answers: Made })
  @Post('organisations')
  async create(@AtWork() work: Work, @Body({ schema: CreateOrganisation }) body: z.infer<typeof CreateOrganisation>) {
    const made = await createOrganisation(work, { ...body, establishedOn: body.establishedOn as PlainDate | null | undefined });
    this.callers.forgetAll();
    return made;
  }

  @Operation('getOrganisation', { needs: 'signed-in', answers: OrganisationRecord })
  @Get('organisations/:id')
  get(@AtWork() work: Work, @Param({ schema: IdParams }) { id }: Id) {
    return getOrganisation(work, id);
  }

  @Operation('changeOrganisation', { needs: 'organisation.change', status: HttpStatus.NO_CONTENT })
  @Put('organisations/:id')
  change(
    @AtWork() work: Work,
    @Param({ schema: IdParams }) { id }: Id,
    @Body({ schema: ChangeOrganisation }) body: z.infer<typeof ChangeOrganisation>,
  ): Promise<void> {
    return changeOrganisation(work, { organisationId: id, ...body, establishedOn: body.establishedOn as PlainDate | null | undefined });
  }

  @Operation('moveOrganisation', { needs: 'organisation.move', status: HttpStatus.NO_CONTENT })
  @Post('organisations/:id/moves')
  async move(
    @AtWork() work: Work,
    @Param({ schema: IdParams }) { id }: Id,
    @Body({ schema: MoveOrganisation }) body: z.infer<typeof MoveOrganisation>,
  ): Promise<void> {
    await moveOrganisation(work, { organisationId: id, ...body, on: body.on as PlainDate });
    this.callers.forgetAll();
  }

  @Operation('createSite', { needs: 'organisation.change', status: HttpStatus.CREATED, answers: Made })
  @Post('organisations/:id/sites')
  site(@AtWork() work: Work, @Param({ schema: IdParams }) { id }: Id, @Body({ schema: CreateSite }) body: z.infer<typeof CreateSite>) {
    return createSite(work, { organisationId: id, ...body });
  }

  @Operation('listDivisions', { needs: 'signed-in', answers: DivisionList })
  @Get('divisions')
  async divisions(@AtWork() work: Work) {
    return { items: await divisions(work) };
  }

  @Operation('getCalendarYear', { needs: 'signed-in', answers: CalendarYearView })
  @Get('calendar/:year')
  calendar(@AtWork() work: Work, @Param({ schema: YearParams }) { year }: z.infer<typeof YearParams>) {
    return calendarYear(work, year);
  }
}
