import { Module } from '@nestjs/common';
import { EmployersController } from './employers.controller.js';
import { MediationBodiesController } from './mediation-bodies.controller.js';
import { OrganisationsController } from './organisations.controller.js';

@Module({ controllers: [OrganisationsController, EmployersController, MediationBodiesController] })
export class OrganisationsModule {}
