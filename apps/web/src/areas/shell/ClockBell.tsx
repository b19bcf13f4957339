import { ClockCircleOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Popover } from 'antd';
import { useEffect, useState } from 'react';
import { Link, useLocation } from 'react-router';
import { getWorkbench } from '../../api/desk.js';
import { keys } from '../../api/query-keys.js';
import { ClockLamp } from '../../kit/ClockLamp.js';
import { useWords } from '../../kit/words.js';
import { pathOf } from '../../routes/paths.js';
import styles from './shell.module.css';

/** What runs out soon or has run out, wherever one is. */
export function ClockBell() {
  const { t } = useWords();
  const { pathname } = useLocation();
  const [open, setOpen] = useState(false);
  useEffect(() => setOpen(false), [pathname]);
  const { data } = useQuery({
    queryKey: keys.workbench,
    queryFn: ({ signal }) => getWorkbench(signal),
    staleTime: 30_000,
    refetchInterval: 120_000,
  });
  const overdue = data?.overdue ?? [];
  const tasks = [...overdue, ...(data?.due ?? [])];
  const cut = data !== undefined && (overdue.length >= data.most || data.due.length >= data.most);
  const list = (
    <div className={styles['clocks']}>
      {tasks.length === 0 && <p className="soft">{t('shell.noClocks')}</p>}
      <ul>
        {tasks.slice(0, 12).map((task) => (
          <li key={`${task.noun} ${task.id}`}>
            <Link to={pathOf(task.noun, task.id) ?? '/'}>{task.title}</Link>
            <ClockLamp clock={task.clock} />
          </li>
        ))}
      </ul>
    </div>
  );
  return (
    <Popover trigger="click" open={open} onOpenChange={setOpen} placement="bottomRight" title={t('shell.clocks')} content={list}>
      <Button type="text" aria-label={t('shell.clocksCount', { tasks: tasks.length, overdue: overdue.length })}>
        <span className={styles['bell']}>
          <ClockCircleOutlined aria-hidden />
          {tasks.length > 0 && <b data-alarm={overdue.length > 0}>{cut ? `${data.most}+` : tasks.length}</b>}
        </span>
      </Button>
    </Popover>
  );
}
