import type * as C from '#contract/reports';
import type { Made } from '#contract/imports';
import type { z } from 'zod';
import { send, type Query } from './client.js';
import { getting, listing, making } from './operation.js';

export const findReports = listing<typeof C.FindReports, typeof C.ReportPage>('/reports');
export const requestReport = making<typeof C.RequestReport, typeof Made>('/reports');
export const getReport = getting<typeof C.ReportRecord>((id) => `/reports/${id}`);
export const findFigureRows = (id: string, figure: string, query: Query, signal?: AbortSignal): Promise<z.output<typeof C.FigureRows>> =>
  send('GET', `/reports/${id}/figures/${encodeURIComponent(figure)}/rows`, { query, signal });
export const documentPath = (id: string): string => `/reports/${id}/document`;
export const annexPath = (id: string): string => `/reports/${id}/annex`;
