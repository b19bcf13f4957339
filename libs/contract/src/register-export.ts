/** The register as a workbook: the filters of the list, and for the full one a purpose. */
import type { z } from 'zod';
import { FindHardshipFiles } from './hardship.js';
import { line } from './shared.js';

export const ExportFiles = FindHardshipFiles.omit({ cursor: true, limit: true, count: true });
export const ExportFilesInFull = ExportFiles.extend({ purpose: line(120).min(2) }).meta({ id: 'ExportFilesInFull' });
export type ExportFiles = z.infer<typeof ExportFiles>;
