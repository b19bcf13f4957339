import { Module, type DynamicModule } from '@nestjs/common';
import { AccessModule } from './access/access.module.js';
import { AuditModule } from './audit/audit.module.js';
import { DeskModule } from './desk/desk.module.js';
import { DisputesModule } from './disputes/disputes.module.js';
import { AidModule } from './aid/aid.module.js';
import { ImportsModule } from './imports/imports.module.js';
import { LegalAidModule } from './legal-aid/legal-aid.module.js';
import { HardshipModule } from './hardship/hardship.module.js';
import type { Desk } from './http/desk.js';
import { HttpModule } from './http/http.module.js';
import { OrganisationsModule } from './organisations/organisations.module.js';
import { PeopleModule } from './people/people.module.js';
import { PetitionsModule } from './petitions/petitions.module.js';
import { ReportsModule } from './reports/reports.module.js';
import { SystemModule } from './system/system.module.js';

/** The list of areas. */
@Module({})
export class ApiModule {
  static over(desk: Desk): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        HttpModule.over(desk),
        AccessModule,
        AuditModule,
        DeskModule,
        DisputesModule,
        AidModule,
        HardshipModule,
        ImportsModule,
        LegalAidModule,
        OrganisationsModule,
        PeopleModule,
        PetitionsModule,
        ReportsModule,
        SystemModule,
      ],
    };
  }
}
