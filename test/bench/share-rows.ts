/** Rows that are a share of the limit: the same pages asked of our api and of bare statements. */
import type { Answered, Request } from './loading.js';
import type { Row } from './row.js';
import { inTurns, type Scene } from './scene.js';
import { createRequests, moveRequests } from './writes.js';
import { disputeLists, disputeRecords, peopleLists, petitionLists, searches, type Pair } from './reads.js';

export interface ShareRow {
  name: string;
  least: number;
  operation: string;
  pairs(scene: Scene): Promise<Pair[]>;
  once?: boolean;
}

export const shareRows: readonly ShareRow[] = [
  { name: 'disputes: list, filters, page 2 and later', least: 0.7, operation: 'findDisputes', pairs: disputeLists },
  { name: 'petitions: list, filters, page 2 and later', least: 0.7, operation: 'findPetitions', pairs: petitionLists },
  { name: 'people: list, page 2 and later', least: 0.7, operation: 'findPeople', pairs: peopleLists },
  { name: 'one dispute with parties, clocks, timeline, actions', least: 0.45, operation: 'getDispute', pairs: disputeRecords },
  { name: 'search box: name part, pinyin, ID, case number, employer', least: 0.7, operation: 'searchAll', pairs: searches },
  { name: 'register a dispute (audit, timeline, number)', least: 0.45, operation: 'registerDispute', pairs: createRequests },
  { name: 'move a dispute (audit, timeline, clocks)', least: 0.45, operation: 'applyForMediation', pairs: moveRequests, once: true },
];

const rate = ({ perSecond, p99 }: Answered): string => `${perSecond.toFixed(0)}/s, p99 ${p99.toFixed(1)} ms`;

export async function measureShare(row: ShareRow, scene: Scene): Promise<Row> {
  const pairs = await row.pairs(scene);
  const { api } = scene.ours;
  return compare(
    row,
    scene,
    { port: api.port, requests: pairs.map((pair) => pair.ours) },
    pairs.map((pair) => pair.limit),
  );
}

/** Each kind of request by itself, for finding out which one holds a row back. */
export async function measureEach(row: ShareRow, scene: Scene): Promise<Row[]> {
  const kinds = Map.groupBy(await row.pairs(scene), (pair) => pair.kind);
  const rows: Row[] = [];
  for (const [kind, pairs] of kinds) {
    rows.push(
      await compare(
        { ...row, name: `  ${kind}` },
        scene,
        { port: scene.ours.api.port, requests: pairs.map((pair) => pair.ours) },
        pairs.map((pair) => pair.limit),
      ),
    );
  }
  return rows;
}

async function compare(
  row: ShareRow,
  { load, limit }: Scene,
  ours: { port: number; requests: Request[] },
  theirs: Request[],
): Promise<Row> {
  const once = row.once && { once: true };
  const [us, bare] = await inTurns(load, { ...ours, ...once }, { port: limit.port, requests: theirs, ...once });
  return { name: row.name, ours: rate(us), beside: rate(bare), ratio: us.perSecond / bare.perSecond, least: row.least };
}
