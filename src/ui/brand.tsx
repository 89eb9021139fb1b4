export function Brand() {
  return (
    <span className="inline-flex items-center gap-2 font-semibold">
      <img src="/icon.svg" alt="" className="size-6" />
      <span>
        Account statement <span className="font-normal text-muted">for Plex</span>
      </span>
    </span>
  );
}
