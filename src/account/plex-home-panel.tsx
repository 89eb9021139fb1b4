import { Facts } from '../ui/facts.tsx';
import { Answer, Panel } from '../ui/panel.tsx';
import type { PanelProps } from './panel-props.ts';
import { plexHomeView } from './plex-home.ts';

export function PlexHomePanel({ account, now: _, ...panel }: PanelProps) {
  const { answer, badge, facts } = plexHomeView(account);
  return (
    <Panel {...panel} badge={badge}>
      <Answer>{answer}</Answer>
      <Facts facts={facts} />
    </Panel>
  );
}
