import { useState } from 'react';
import { Link } from 'react-router';
import { useWords } from '../../kit/words.js';
import styles from './organisations.module.css';
import type { Branch, Node } from './use-organisations.js';

interface Props {
  branches: readonly Branch[];
  nodes: readonly Node[];
  /** Part of a name: only organisations that hold it, and what is above them. */
  wanted: string;
  shown: string | undefined;
}

export function OrganisationTree({ branches, nodes, wanted, shown }: Props) {
  const { t } = useWords();
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const above = ancestorsOf(shown, nodes);
  const holds = (branch: Branch): boolean =>
    branch.name.includes(wanted) || branch.shortName.includes(wanted) || branch.children.some(holds);
  const turn = (id: string): void =>
    setTurned((before) => new Set(before.has(id) ? [...before].filter((other) => other !== id) : [...before, id]));

  const draw = (branch: Branch, depth: number) => {
    if (wanted && !holds(branch)) return null;
    // The first level and the way to what is shown stand open; a press turns either round.
    const open = wanted !== '' || (depth < 1 || above.has(branch.id)) !== turned.has(branch.id);
    return (
      <li key={branch.id}>
        <div className={styles['node']}>
          {branch.children.length > 0 ? (
            <button
              type="button"
              aria-expanded={open}
              aria-label={t(open ? 'organisations.fold' : 'organisations.unfold', { name: branch.shortName })}
              onClick={() => turn(branch.id)}
            >
              {open ? '▼' : '▶'}
            </button>
          ) : (
            <i aria-hidden="true" />
          )}
          <Link
            to={`/organisations/${branch.id}`}
            aria-current={branch.id === shown ? 'page' : undefined}
            className={branch.dissolvedOn ? styles['gone'] : undefined}
            title={branch.name}
          >
            {branch.shortName}
          </Link>
          {branch.siteCount > 0 && <small title={t('organisations.sites')}>{branch.siteCount}</small>}
        </div>
        {open && branch.children.length > 0 && <ul>{branch.children.map((child) => draw(child, depth + 1))}</ul>}
      </li>
    );
  };
  return (
    <nav className={styles['tree']} aria-label={t('organisations.tree')}>
      <ul>{branches.map((branch) => draw(branch, 0))}</ul>
    </nav>
  );
}

function ancestorsOf(id: string | undefined, nodes: readonly Node[]): Set<string> {
  const parents = new Map(nodes.map((node) => [node.id, node.parentId]));
  const above = new Set<string>();
  let at = id ? parents.get(id) : undefined;
  while (at && !above.has(at)) {
    above.add(at);
    at = parents.get(at);
  }
  return above;
}
