import { Body, Controller, Get, HttpStatus, Param, Post, Put, Query } from '@nestjs/common';
import type { z } from 'zod';
import { Made } from '#contract/imports';
import { ChangeEmployer, CreateEmployer, EmployerPage, EmployerRecord, FindEmployers } from '#contract/organisations';
import { IdParams } from '#contract/shared';
import { changeEmployer } from '#casework/organisations/change-employer';
import { createEmployer } from '#casework/organisations/create-employer';
import { findEmployers } from '#casework/organisations/find-employers';
import { getEmployer } from '#casework/organisations/get-employer';
import type { Work } from '#casework/work';
import { Operation } from '../http/operation.js';
import { AtWork } from '../http/request.js';

type Id = z.infer<typeof IdParams>;

@Controller('api/employers')
export class EmployersController {
  @Operation('findEmployers', { needs: 'employer.read', answers: EmployerPage })
  @Get()
  find(@AtWork() work: Work, @Query({ schema: FindEmployers }) query: z.infer<typeof FindEmployers>) {
    return findEmployers(work, query);
  }

  @Operation('createEmployer', { needs: 'employer.create', status: HttpStatus.CREATED, answers: Made })
  @Post()
  create(@AtWork() work: Work, @Body({ schema: CreateEmployer }) body: z.infer<typeof CreateEmployer>) {
    return createEmployer(work, body);
  }

  @Operation('getEmployer', { needs: 'employer.read', answers: EmployerRecord })
  @Get(':id')
  get(@AtWork() work: Work, @Param({ schema: IdParams }) { id }: Id) {
    return getEmployer(work, id);
  }

  @Operation('changeEmployer', { needs: 'employer.change', status: HttpStatus.NO_CONTENT })
  @Put(':id')
  change(
    @AtWork() work: Work,
    @Param({ schema: IdParams }) { id }: Id,
    @Body({ schema: ChangeEmployer }) body: z.infer<typeof ChangeEmployer>,
  ): Promise<void> {
    return changeEmployer(work, { employerId: id, ...body });
  }
}
