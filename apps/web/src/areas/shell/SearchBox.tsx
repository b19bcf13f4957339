import { SearchOutlined } from '@ant-design/icons';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { searchAll } from '../../api/desk.js';
import { asProblem } from '../../api/problem.js';
import { keys } from '../../api/query-keys.js';
import { useSettled } from '../../kit/use-settled.js';
import { useShortcut } from '../../kit/use-shortcut.js';
import { useWords } from '../../kit/words.js';
import { nounWord } from '../../locales/nouns.js';
import { pathOf } from '../../routes/paths.js';
import styles from './search.module.css';

/** One box for everything: Ctrl+K or "/" goes to it, the arrows choose, Enter opens. */
export function SearchBox() {
  const { t, say, language } = useWords();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const input = useRef<HTMLInputElement>(null);
  const listId = useId();
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const asked = useSettled(text.trim(), 180);
  const query = useQuery({
    queryKey: keys.search(asked),
    queryFn: ({ signal }) => searchAll({ q: asked, limit: 6 }, signal),
    enabled: asked !== '',
    placeholderData: keepPreviousData,
  });
  const focus = (): void => {
    input.current?.focus();
    input.current?.select();
  };
  useShortcut({ key: '/' }, focus);
  useShortcut({ key: 'k', control: true }, focus);
  useEffect(() => setOpen(false), [pathname]);

  const groups = asked === '' ? [] : (query.data?.groups ?? []).filter(({ hits }) => hits.length > 0);
  const hits = groups.flatMap((group) => group.hits);
  const chosen = hits[Math.min(at, hits.length - 1)];
  const optionId = (hit: { noun: string; id: string }): string => `${listId}-${hit.noun}-${hit.id}`;
  const go = (hit: { noun: string; id: string } | undefined): void => {
    const path = hit && pathOf(hit.noun, hit.id);
    if (!path) return;
    setOpen(false);
    setText('');
    void navigate(path);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') go(chosen);
    else if (event.key === 'Escape') {
      setOpen(false);
      input.current?.blur();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setAt(Math.max(0, Math.min(hits.length - 1, at + (event.key === 'ArrowDown' ? 1 : -1))));
    }
  };
  const showing = open && text.trim() !== '';

  return (
    <div className={styles['box']} onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && setOpen(false)}>
      <SearchOutlined aria-hidden className={styles['icon'] ?? ''} />
      <input
        ref={input}
        type="text"
        role="combobox"
        aria-expanded={showing}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={showing && chosen ? optionId(chosen) : undefined}
        aria-label={t('shell.search')}
        placeholder={t('shell.searchHint')}
        maxLength={60}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onFocus={() => setOpen(true)}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
          setOpen(true);
        }}
        onKeyDown={onKey}
      />
      <kbd aria-hidden="true">Ctrl K</kbd>
      <div id={listId} role="listbox" aria-label={t('shell.found')} className={styles['panel']} hidden={!showing}>
        {groups.map(({ noun, hits: found }) => (
          <div key={noun} role="group" aria-label={nounWord(noun, language)}>
            <p className={styles['noun']} role="presentation">
              {nounWord(noun, language)}
            </p>
            {found.map((hit) => (
              <div
                key={hit.id}
                id={optionId(hit)}
                role="option"
                aria-selected={hit === chosen}
                className={styles['hit']}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => go(hit)}
                onMouseMove={() => setAt(hits.indexOf(hit))}
              >
                <span>{hit.title}</span>
                <small>{hit.subtitle}</small>
              </div>
            ))}
          </div>
        ))}
        {showing && hits.length === 0 && (
          <p className={styles['none']} role="option" aria-selected="false" aria-disabled="true">
            {query.isFetching || asked !== text.trim()
              ? t('shell.searching')
              : query.error
                ? say(asProblem(query.error))
                : t('shell.nothingFound')}
          </p>
        )}
      </div>
    </div>
  );
}
