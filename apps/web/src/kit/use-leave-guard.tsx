import { Modal } from 'antd';
import { useEffect, useRef, type ReactNode } from 'react';
import { useBlocker } from 'react-router';
import { useWords } from './words.js';

interface LeaveGuard {
  /** Something was typed: leaving asks from now on. */
  hold: () => void;
  /** It was sent: leaving is free. */
  release: () => void;
  question: ReactNode;
}

/** Nobody loses what they typed by a slip of the hand. */
export function useLeaveGuard(): LeaveGuard {
  const { t } = useWords();
  const held = useRef(false);
  const blocker = useBlocker(({ currentLocation, nextLocation }) => held.current && currentLocation.pathname !== nextLocation.pathname);
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent): void => {
      if (held.current) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, []);
  return {
    hold: () => {
      held.current = true;
    },
    release: () => {
      held.current = false;
    },
    question: (
      <Modal
        open={blocker.state === 'blocked'}
        title={t('form.leaveTitle')}
        okText={t('form.leave')}
        cancelText={t('form.stay')}
        onOk={() => blocker.proceed?.()}
        onCancel={() => blocker.reset?.()}
        width={400}
      >
        {t('form.leaveHint')}
      </Modal>
    ),
  };
}
