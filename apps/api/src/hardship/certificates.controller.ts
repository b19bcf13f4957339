import { Body, Controller, Get, Inject, Param, Post, Query, Req } from '@nestjs/common';
import type { z } from 'zod';
import {
  CertificateAnswer,
  CertificateFound,
  CertificatePage,
  CheckCertificate,
  FindCertificates,
  IssueCertificate,
  ReplaceCertificate,
  ReportCertificateLost,
  TokenParams,
} from '#contract/certificates';
import { HardshipRecord } from '#contract/hardship';
import { IdParams } from '#contract/shared';
import { certificateFound } from '#casework/hardship/certificates/certificate-found';
import { checkCertificate } from '#casework/hardship/certificates/check-certificate';
import { findCertificates } from '#casework/hardship/certificates/find-certificates';
import { getHardshipFile } from '#casework/hardship/get-hardship-file';
import { issueCertificate } from '#casework/hardship/certificates/issue-certificate';
import { replaceCertificate } from '#casework/hardship/certificates/replace-certificate';
import { reportCertificateLost } from '#casework/hardship/certificates/report-certificate-lost';
import { verifyCertificate } from '#casework/hardship/certificates/verify-certificate';
import type { Work } from '#casework/work';
import { dated } from '../http/dated.js';
import { DESK, type Desk } from '../http/desk.js';
import { Operation } from '../http/operation.js';
import { AtWork, type FastifyRequest } from '../http/request.js';
import { SlowDown } from '../http/slow-down.js';

type Id = z.infer<typeof IdParams>;
const ASKED_A_MINUTE = 30;

/** 特困证: the register, what is done with one (each answer is the file as it stands afterwards), and what a stranger may ask. */
@Controller('api')
export class CertificatesController {
  private readonly asked = new SlowDown(ASKED_A_MINUTE);

  constructor(@Inject(DESK) private readonly desk: Desk) {}

  @Operation('findCertificates', { needs: 'hardship.read', answers: CertificatePage })
  @Get('hardship-certificates')
  find(@AtWork() work: Work, @Query({ schema: FindCertificates }) query: z.infer<typeof FindCertificates>) {
    return findCertificates(work, query);
  }

  @Operation('issueCertificate', { needs: 'hardship.approve', answers: HardshipRecord })
  @Post('hardship-files/:id/certificates')
  async issue(
    @AtWork() work: Work,
    @Param({ schema: IdParams }) { id }: Id,
    @Body({ schema: IssueCertificate }) body: z.infer<typeof IssueCertificate>,
  ) {
    await issueCertificate(work, { fileId: id, ...dated(body) });
    return getHardshipFile(work, id);
  }

  @Operation('checkCertificate', { needs: 'hardship.check', answers: HardshipRecord })
  @Post('hardship-certificates/:id/annual-check')
  async check(
    @AtWork() work: Work,
    @Param({ schema: IdParams }) { id }: Id,
    @Body({ schema: CheckCertificate }) body: z.infer<typeof CheckCertificate>,
  ) {
    const { fileId } = await checkCertificate(work, { certificateId: id, ...dated(body) });
    return getHardshipFile(work, fileId);
  }

  @Operation('reportCertificateLost', { needs: 'hardship.record', answers: HardshipRecord })
  @Post('hardship-certificates/:id/loss')
  async lose(
    @AtWork() work: Work,
    @Param({ schema: IdParams }) { id }: Id,
    @Body({ schema: ReportCertificateLost }) body: z.infer<typeof ReportCertificateLost>,
  ) {
    const { fileId } = await reportCertificateLost(work, { certificateId: id, ...dated(body) });
    return getHardshipFile(work, fileId);
  }

  @Operation('certificateFound', { needs: 'hardship.record', answers: HardshipRecord })
  @Post('hardship-certificates/:id/recovery')
  async recover(
    @AtWork() work: Work,
    @Param({ schema: IdParams }) { id }: Id,
    @Body({ schema: CertificateFound }) body: z.infer<typeof CertificateFound>,
  ) {
    const { fileId } = await certificateFound(work, { certificateId: id, ...dated(body) });
    return getHardshipFile(work, fileId);
  }

  @Operation('replaceCertificate', { needs: 'hardship.approve', answers: HardshipRecord })
  @Post('hardship-certificates/:id/replacement')
  async replace(
    @AtWork() work: Work,
    @Param({ schema: IdParams }) { id }: Id,
    @Body({ schema: ReplaceCertificate }) body: z.infer<typeof ReplaceCertificate>,
  ) {
    const { fileId } = await replaceCertificate(work, { certificateId: id, ...dated(body) });
    return getHardshipFile(work, fileId);
  }

  /** Nobody signs in to check a card at a counter: the token is the right to ask, and the answer names nobody. */
  @Operation('verifyCertificate', { needs: 'nobody', answers: CertificateAnswer })
  @Get('certificates/:token')
  verify(@Param({ schema: TokenParams }) { token }: z.infer<typeof TokenParams>, @Req() request: FastifyRequest) {
    const now = new Date();
    this.asked.by(request.ip, now.getTime());
    return verifyCertificate(this.desk.data, token, now);
  }
}
