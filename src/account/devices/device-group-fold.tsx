import { Fold } from '../../ui/fold.tsx';
import type { Choice } from './device-choice.ts';
import { DeviceList } from './device-list.tsx';
import type { DeviceGroup } from './devices.ts';
import { idsOf } from './sign-out-plan.ts';

/** A group of devices in one line. While the person chooses, the box of the line chooses all of them. */
export function DeviceGroupFold({ group, choice }: { group: DeviceGroup; choice: Choice | undefined }) {
  const { title, note, rows, isLazy } = group;
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
      <Fold
        title={<span className={isAll ? 'font-semibold' : ''}>{title}</span>}
        count={<span className="max-sm:hidden">{chosenCount > 0 ? `${chosenCount} selected` : note}</span>}
        isLazy={isLazy}
      >
        <DeviceList rows={rows} label={title} choice={choice} />
      </Fold>
    </div>
  );
}
