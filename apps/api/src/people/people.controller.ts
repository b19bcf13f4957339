import { Body, Controller, Get, HttpStatus, Param, Post, Put, Query } from '@nestjs/common';
import type { z } from 'zod';
import { Made } from '#contract/imports';
import {
  ChangePerson,
  CreatePerson,
  FindPeople,
  FindTimeline,
  LookUpPerson,
  PersonMatches,
  PersonPage,
  PersonRecord,
  Reveal,
  Revealed,
  Timeline,
} from '#contract/people';
import { IdParams } from '#contract/shared';
import { changePerson } from '#casework/people/change-person';
import { createPerson } from '#casework/people/create-person';
import { findPeople } from '#casework/people/find-people';
import { getPerson } from '#casework/people/get-person';
import { lookUpPerson } from '#casework/people/look-up-person';
import { personTimeline } from '#casework/people/person-timeline';
import { revealPerson } from '#casework/people/reveal-person';
import type { Work } from '#casework/work';
import { dated } from '../http/dated.js';
import { Operation } from '../http/operation.js';
import { AtWork } from '../http/request.js';

type Id = z.infer<typeof IdParams>;

@Controller('api/people')
export class PeopleController {
  @Operation('findPeople', { needs: 'person.read', answers: PersonPage })
  @Get()
  find(@AtWork() work: Work, @Query({ schema: FindPeople }) query: z.infer<typeof FindPeople>) {
    return findPeople(work, query);
  }

  // A POST, because what is looked up is personal and has no place in an address.
  @Operation('lookUpPerson', { needs: 'person.read', answers: PersonMatches })
  @Post('matches')
  lookUp(@AtWork() work: Work, @Body({ schema: LookUpPerson }) body: z.infer<typeof LookUpPerson>) {
    return lookUpPerson(work, body);
  }

  @Operation('createPerson', { needs: 'person.create', status: HttpStatus.CREATED, answers: Made })
  @Post()
  create(@AtWork() work: Work, @Body({ schema: CreatePerson }) body: z.infer<typeof CreatePerson>) {
    return createPerson(work, dated(body));
  }

  @Operation('getPerson', { needs: 'person.read', answers: PersonRecord })
  @Get(':id')
  get(@AtWork() work: Work, @Param({ schema: IdParams }) { id }: Id) {
    return getPerson(work, id);
  }

  @Operation('changePerson', { needs: 'person.change', status: HttpStatus.NO_CONTENT })
  @Put(':id')
  change(
    @AtWork() work: Work,
    @Param({ schema: IdParams }) { id }: Id,
    @Body({ schema: ChangePerson }) body: z.infer<typeof ChangePerson>,
  ): Promise<void> {
    return changePerson(work, { personId: id, ...dated(body) });
  }

  @Operation('personTimeline', { needs: 'person.read', answers: Timeline })
  @Get(':id/timeline')
  timeline(
    @AtWork() work: Work,
    @Param({ schema: IdParams }) { id }: Id,
    @Query({ schema: FindTimeline }) query: z.infer<typeof FindTimeline>,
  ) {
    return personTimeline(work, id, query);
  }

  @Operation('revealPerson', { needs: 'person.reveal', answers: Revealed })
  @Post(':id/reveals')
  reveal(@AtWork() work: Work, @Param({ schema: IdParams }) { id }: Id, @Body({ schema: Reveal }) body: z.infer<typeof Reveal>) {
    return revealPerson(work, { personId: id, ...body });
  }
}
