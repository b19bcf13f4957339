import { Body, Controller, Get, HttpStatus, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { Made } from '#contract/imports';
import { FigureRows, FindFigureRows, FindReports, ReportPage, ReportRecord, RequestReport } from '#contract/reports';
import { Id, IdParams } from '#contract/shared';
import { findFigureRows } from '#casework/reports/find-figure-rows';
import { findReports } from '#casework/reports/find-reports';
import { getReport } from '#casework/reports/get-report';
import { reportAnnex } from '#casework/reports/report-annex';
import { reportDocument } from '#casework/reports/report-document';
import { requestReport } from '#casework/reports/request-report';
import type { Work } from '#casework/work';
import { asFile, DOCX, XLSX } from '../http/files.js';
import { Operation } from '../http/operation.js';
import { AtWork } from '../http/request.js';

const FigureParams = z.object({ id: Id, key: z.string().min(1).max(300) });

@Controller('api/reports')
export class ReportsController {
  @Operation('findReports', { needs: 'report.read', answers: ReportPage })
  @Get()
  find(@AtWork() work: Work, @Query({ schema: FindReports }) query: z.infer<typeof FindReports>) {
    return findReports(work, query);
  }

  @Operation('requestReport', { needs: 'report.request', status: HttpStatus.ACCEPTED, answers: Made })
  @Post()
  request(@AtWork() work: Work, @Body({ schema: RequestReport }) body: z.infer<typeof RequestReport>) {
    return requestReport(work, body);
  }

  @Operation('getReport', { needs: 'report.read', answers: ReportRecord })
  @Get(':id')
  get(@AtWork() work: Work, @Param({ schema: IdParams }) { id }: z.infer<typeof IdParams>) {
    return getReport(work, { reportId: id });
  }

  @Operation('findFigureRows', { needs: 'report.read', answers: FigureRows })
  @Get(':id/figures/:key/rows')
  rows(
    @AtWork() work: Work,
    @Param({ schema: FigureParams }) { id, key }: z.infer<typeof FigureParams>,
    @Query({ schema: FindFigureRows }) query: z.infer<typeof FindFigureRows>,
  ) {
    return findFigureRows(work, { reportId: id, key, ...query });
  }

  @Operation('downloadReport', { needs: 'report.read', file: DOCX })
  @Get(':id/document')
  async document(@AtWork() work: Work, @Param({ schema: IdParams }) { id }: z.infer<typeof IdParams>) {
    const { fileName, bytes } = await reportDocument(work, { reportId: id });
    return asFile(fileName, bytes, DOCX);
  }

  @Operation('downloadAnnex', { needs: 'report.read', file: XLSX })
  @Get(':id/annex')
  async annex(@AtWork() work: Work, @Param({ schema: IdParams }) { id }: z.infer<typeof IdParams>) {
    const { fileName, bytes } = await reportAnnex(work, { reportId: id });
    return asFile(fileName, bytes, XLSX);
  }
}
