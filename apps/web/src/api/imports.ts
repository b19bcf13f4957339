import type * as C from '#contract/imports';
import type { z } from 'zod';
import { send } from './client.js';
import { changing, getting, listing, listingOf, reading } from './operation.js';

export const findImports = listing<typeof C.FindImports, typeof C.ImportPage>('/imports');
export const getImport = getting<typeof C.ImportRecord>((id) => `/imports/${id}`);
export const correctMapping = changing<typeof C.CorrectMapping, typeof C.ImportRecord>((id) => `/imports/${id}/mapping`, 'PUT');
export const tryImport = changing<typeof C.StartImport, typeof C.ImportRecord>((id) => `/imports/${id}/trial`);
export const runImport = changing<typeof C.StartImport, typeof C.ImportRecord>((id) => `/imports/${id}/run`);
export const reverseImport = changing<typeof C.StartImport, typeof C.ImportRecord>((id) => `/imports/${id}/reversal`);
export const findImportRows = listingOf<typeof C.FindImportRows, typeof C.LedgerRowPage>((id) => `/imports/${id}/rows`);
export const listTemplates = reading<typeof C.TemplateList>('/import-templates');
export const rejectedPath = (id: string): string => `/imports/${id}/rejected`;
export const templatePath = (kind: string): string => `/import-templates/${kind}`;

export function uploadImport(file: File, organisationId?: string, key?: string): Promise<z.output<typeof C.ImportRecord>> {
  const form = new FormData();
  if (organisationId) form.append('organisationId', organisationId);
  form.append('file', file, file.name);
  return send('POST', '/imports', { body: form, ...(key && { key }) });
}
