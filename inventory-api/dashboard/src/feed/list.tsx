import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useApi } from '../api/context';
import { useStore } from '../app/store';
import { channelsOf } from '../auth/rights';
import { useSomeone } from '../auth/someone';
import { useText } from '../i18n/text';
import { recentEvents } from '../live/history';
import type { Entry } from '../live/journal';
import { useLive } from '../live/live';
import { Button } from '../ui/button';
import { Icon } from '../ui/icon';
import { Loading, Placeholder } from '../ui/notes';
import { Card, PageHead } from '../ui/page';
import { addressOf, wordsFor } from './words';

type Channel = Entry['channel'];

const FRESH_MS = 2_500;
const ICONS = { products: 'products', inventory: 'truck', orders: 'orders' } as const;

/** Everything that happens, as it does. It can be stopped, to be read. */
export function Feed() {
  const { t, number } = useText();
  const { journal } = useLive();
  const channels = channelsOf(useSomeone()) as Channel[];
  const beginning = useRecent(channels);
  const heard = useStore(journal.entries);
  const [held, setHeld] = useState<readonly Entry[] | null>(null);
  const [hidden, setHidden] = useState<readonly Channel[]>([]);
  const shown = (held ?? heard).filter(({ channel }) => !hidden.includes(channel));
  const more = held ? heard.findIndex(({ name }) => name === held[0]?.name) : 0;
  const toggle = (channel: Channel) => setHidden(hidden.includes(channel) ? hidden.filter((other) => other !== channel) : [...hidden, channel]);
  return (
    <>
      <PageHead title={t('feed')} below={<p className="muted">{t('feed.about')}</p>}>
        <Button icon={held ? 'play' : 'pause'} aria-pressed={held !== null} onClick={() => setHeld(held ? null : heard)}>
          {held ? t('feed.resume') : t('feed.pause')}
        </Button>
        <Button onClick={() => journal.clear()}>{t('feed.clear')}</Button>
      </PageHead>
      <div className="filters">
        <div className="tabs" role="group" aria-label={t('feed.show')}>
          {channels.map((channel) => (
            <button key={channel} type="button" aria-pressed={!hidden.includes(channel)} onClick={() => toggle(channel)}>
              {t(`feed.${channel}`)}
            </button>
          ))}
        </div>
        {held && more !== 0 && (
          <span className="muted" role="status">
            {t('feed.paused', { count: number(more < 0 ? heard.length : more) })}
          </span>
        )}
      </div>
      <Card className="flush">
        {shown.length === 0 && beginning ? (
          <Loading rows={8} />
        ) : shown.length === 0 ? (
          <Placeholder icon="feed" title={t('feed.none')} />
        ) : (
          <ul className="feed">
            {shown.map((entry) => (
              <Line key={entry.name} entry={entry} />
            ))}
          </ul>
        )}
      </Card>
    </>
  );
}

/** Begins with what has happened lately, so that the feed is not empty when it is opened; true until that is there. */
function useRecent(channels: readonly Channel[]): boolean {
  const api = useApi();
  const { journal } = useLive();
  const recent = useQuery({ queryKey: ['recent'], queryFn: ({ signal }) => recentEvents(api, channels, signal), refetchOnWindowFocus: false, gcTime: 0 });
  useEffect(() => journal.recall(recent.data ?? []), [journal, recent.data]);
  return recent.isLoading;
}

function Line({ entry }: { entry: Entry }) {
  const text = useText();
  return (
    <li className={Date.now() - entry.heardAt < FRESH_MS ? 'fresh' : undefined}>
      <span className={`mark ${entry.channel}`}>
        <Icon name={ICONS[entry.channel]} />
      </span>
      <a href={addressOf(entry)}>
        <strong>{entry.data.actor}</strong> {wordsFor(entry, text)}
      </a>
      <time className="muted" dateTime={entry.data.occurredAt}>
        {text.time(Date.parse(entry.data.occurredAt))}
      </time>
    </li>
  );
}
