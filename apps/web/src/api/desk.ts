import type * as C from '#contract/desk';
import { listing, reading } from './operation.js';

export const searchAll = listing<typeof C.SearchFor, typeof C.SearchResult>('/search');
export const getWorkbench = reading<typeof C.Workbench>('/workbench');
