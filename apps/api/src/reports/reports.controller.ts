import { Body, Controller, Get, HttpStatus, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { z } from 'zod';
import { Made } from '#contract/imports';
import { FigureRows, FindFigureRows, FindReports, ReportPage, ReportRecord, RequestReport } from '#contract/reports';
import { Id, IdParams } from '#contract/shared';
import type { ReportFile } from '#casework/reports/download-report';
import { findFigureRows } from '#casework/reports/find-figure-rows';
import { findReports } from '#casework/reports/find-reports';
import { getReport } from '#casework/reports/get-report';
import { reportAnnex } from '#casework/reports/report-annex';
import { reportDocument } from '#casework/reports/report-document';
import { requestReport } from '#casework/reports/request-report';
import type { Work } from '#casework/work';
import { Operation } from '../http/operation.js';
import { AtWork } from '../http/request.js';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
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
    return asFile(await reportDocument(work, { reportId: id }), DOCX);
  }

  @Operation('downloadAnnex', { needs: 'report.read', file: XLSX })
  @Get(':id/annex')
  async annex(@AtWork() work: Work, @Param({ schema: IdParams }) { id }: z.infer<typeof IdParams>) {
    return asFile(await reportAnnex(work, { reportId: id }), XLSX);
  }
}

/** The name in Chinese for browsers, and a plain one for whatever cannot read it. */
function asFile({ fileName, bytes }: ReportFile, type: string): StreamableFile {
  const plain = `report.${fileName.slice(fileName.lastIndexOf('.') + 1)}`;
  return new StreamableFile(bytes, {
    type,
    disposition: `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
  });
}
