import { ChevronDown } from 'lucide';
import { Icon } from '../../ui/icon.tsx';
import type { Choice } from './device-choice.ts';
import { DeviceList } from './device-list.tsx';
import type { DeviceGroup } from './devices.ts';
import { idsOf } from './sign-out-plan.ts';

/** Devices behind one line. While the person chooses, its box chooses all of them. */
export function DeviceGroupFold({ group, choice }: { group: DeviceGroup; choice: Choice | undefined }) {
  const { title, note, rows } = group;
  const ids = choice ? idsOf(rows) : [];
  const chosenCount = ids.filter((id) => choice?.chosenIds.has(id)).length;
  const isAll = chosenCount > 0 && chosenCount === ids.length;
  return (
    <div className={`device-group ${choice ? 'is-choice' : ''} ${isAll ? 'is-chosen' : ''}`}>
      {choice && ids.length > 0 && (
        <label className="device-box">
          <input
            type="checkbox"
            aria-label={`All ${ids.length}: ${title}`}
            checked={isAll}
            ref={(box) => {
              if (box) box.indeterminate = chosenCount > 0 && !isAll;
            }}
            onChange={() => choice.onToggle(ids)}
          />
        </label>
      )}
      <details className="fold">
        <summary>
          <span className={`min-w-0 flex-1 ${isAll ? 'font-semibold' : ''}`}>{title}</span>{' '}
          <span className="fold-count max-sm:hidden">{chosenCount > 0 ? `${chosenCount} selected` : note}</span>
          <Icon node={ChevronDown} />
        </summary>
        <div className="fold-content">
          <DeviceList rows={rows} label={title} choice={choice} />
        </div>
      </details>
    </div>
  );
}
