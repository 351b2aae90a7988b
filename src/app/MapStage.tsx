import type { ComponentType } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { loadMap } from '#map/load.ts';
import type { MapCamera, MapPoint } from '#map/mapOptions.ts';
import { panelFor } from '#panels/catalog.ts';
import { institutionView } from '#panels/institutions/institutionView.ts';
import { ProgrammeKey } from '#panels/ProgrammeKey.tsx';
import { sessionChanged } from '#state/actions/session.ts';
import { useChange, useSelect, useSpeech, useStore } from '#state/useApp.ts';
import { Button } from '#ui/Button.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { HoverCard } from '#ui/HoverCard.tsx';
import { besideLegend } from './besideLegend.ts';
import { busyWhileDrawing } from './busyWhileDrawing.ts';
import { Search } from './Search.tsx';
import { useServices } from './services.ts';
import { TimeBar } from './TimeBar.tsx';

/** Middle: where. The map, what floats above it, and its states of loading and failing. */
export function MapStage() {
  const { t } = useSpeech();
  const mapReady = useSelect((state) => state.session.mapReady);
  const panel = useSelect(panelFor);
  const isLow = useMedia('(max-height: 560px)');
  const point = useRef<SetPoint>(() => {});
  const container = useMap(point);
  return (
    <section class="ql-stage" aria-label={t('app.map-label', { title: panel ? t(panel.name) : '' })}>
      <div class="ql-map" ref={container} />
      {mapReady === 'loading' && <p class="ql-centre ql-note">{t('app.map-loading')}</p>}
      {(mapReady === 'unavailable' || mapReady === 'failed') && (
        <div class="ql-centre">
          <EmptyState title={t(`app.map-${mapReady}-title`)}>{t(`app.map-${mapReady}-text`)}</EmptyState>
        </div>
      )}
      <div class="ql-float ql-float-search">
        <Search />
      </div>
      {mapReady === 'ready' && <MapButtons />}
      <div class="ql-float ql-float-bottom">
        <details class="ql-legend" open={!isLow}>
          <summary>{t('app.legend')}</summary>
          {panel && <panel.Legend />}
          <ProgrammeKey />
        </details>
        <TimeBar />
      </div>
      {panel && <AtPointer point={point} Content={panel.Hover} />}
    </section>
  );
}

type SetPoint = (point: MapPoint | null) => void;

/** By itself, so that a moving pointer draws nothing else anew. */
function AtPointer({
  point,
  Content,
}: {
  readonly point: { current: SetPoint };
  readonly Content: ComponentType;
}) {
  const [at, setAt] = useState<MapPoint | null>(null);
  point.current = setAt;
  return (
    at && (
      <HoverCard x={at.x} y={at.y}>
        <Content />
      </HoverCard>
    )
  );
}

/** Does the window fulfil a media query? */
function useMedia(query: string): boolean {
  const [matches, setMatches] = useState(() => window.matchMedia(query).matches);
  useEffect(() => {
    const list = window.matchMedia(query);
    const take = () => setMatches(list.matches);
    list.addEventListener('change', take);
    return () => list.removeEventListener('change', take);
  }, [query]);
  return matches;
}

function MapButtons() {
  const { t } = useSpeech();
  const { map } = useServices();
  const area = useSelect((state) => state.view.area);
  const change = useChange();
  return (
    <div class="ql-float ql-float-buttons">
      <Button
        kind="map"
        aria-label={t('app.zoom-in')}
        title={t('app.zoom-in')}
        onClick={() => map.current?.zoomIn()}
      >
        <Sign d="M8 2.5v11M2.5 8h11" />
      </Button>
      <Button
        kind="map"
        aria-label={t('app.zoom-out')}
        title={t('app.zoom-out')}
        onClick={() => map.current?.zoomOut()}
      >
        <Sign d="M2.5 8h11" />
      </Button>
      <Button
        kind="map"
        aria-label={t('app.zoom-all')}
        title={t('app.zoom-all')}
        onClick={() => {
          // A link made now shows the whole city, too.
          change.view({ camera: null });
          map.current?.fitAll({ animate: true });
        }}
      >
        <Sign d="M2 8 8 2.5 14 8M4 7v6.5h8V7" />
      </Button>
      {area !== null && (
        <Button
          kind="map"
          aria-label={t('app.zoom-area')}
          title={t('app.zoom-area')}
          onClick={() => map.current?.fitArea(area, { animate: true })}
        >
          <Sign d="M2 6V2h4M10 2h4v4M14 10v4h-4M6 14H2v-4M5.5 6.5 9 5l2 3-2.5 3L5 10z" />
        </Button>
      )}
    </div>
  );
}

function Sign({ d }: { readonly d: string }) {
  return (
    <svg
      width="16"
      height="16"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      stroke-width="1.5"
      aria-hidden="true"
    >
      <path d={d} />
    </svg>
  );
}

/** How far what floats at the lower left reaches into the map, from its lower left corner, with some air. */
function coveredCorner(stage: Element | null, selector: string): { width: number; height: number } {
  const part = stage?.querySelector(selector)?.getBoundingClientRect();
  const whole = stage?.getBoundingClientRect();
  if (!part || !whole || part.width === 0) return { width: 0, height: 0 };
  return { width: part.right - whole.left + 12, height: whole.bottom - part.top + 12 };
}

/** Links write a camera with five digits: what differs less is the same place. */
function isSamePlace(a: MapCamera, b: MapCamera): boolean {
  const isNear = (x: number, y: number, most: number) => Math.abs(x - y) < most;
  return isNear(a.lng, b.lng, 2e-5) && isNear(a.lat, b.lat, 2e-5) && isNear(a.zoom, b.zoom, 0.02);
}

/** Loads the map after the first paint and keeps it showing what the task hands over. */
function useMap(point: { readonly current: SetPoint }) {
  const container = useRef<HTMLDivElement>(null);
  const store = useStore();
  const change = useChange();
  const { map: port } = useServices();
  const { t, text } = useSpeech();
  const hasStudy = useSelect((state) => state.study !== null);
  const title = useSelect((state) => state.study?.study.title ?? null);
  const label = title ? t('app.map-canvas', { city: text(title) }) : t('app.map-loading');
  const latest = useRef({ label, change });
  latest.current = { label, change };

  useEffect(() => {
    const element = container.current;
    if (!element || !hasStudy) return;
    let stopped = false;
    let unfollow = () => {};
    const begin = async () => {
      const { MapView } = await loadMap();
      if (stopped) return;
      const stage = element.parentElement;
      const { view } = store.getState();
      let camera = view.camera;
      const { change } = latest.current;
      const map = await MapView.create(element, {
        label: latest.current.label,
        camera,
        padding: () => ({
          top: 24,
          left: 56,
          right: 60,
          bottom: Math.max(24, coveredCorner(stage, '.ql-timebar').height),
        }),
        corner: () => coveredCorner(stage, '.ql-legend'),
        events: {
          onHover: (key, place) => {
            if (key !== store.getState().session.hovered) change.session({ hovered: key });
            point.current(key === null ? null : place);
          },
          onClick: (key) => {
            const state = store.getState();
            const panel = panelFor(state);
            const own = key === null ? null : panel?.areaClicked?.(state, key);
            change.view(own ?? { area: key === state.view.area ? null : key });
          },
          onHoverInstitution: (id, place) => {
            if (id !== store.getState().session.hoveredInstitution) {
              change.session({ hoveredInstitution: id });
            }
            point.current(id === null ? null : place);
          },
          onClickInstitution: (id) => {
            const { view, study } = store.getState();
            if (view.task === 'explore' && study) change.view(institutionView(study.study, id));
            else change.view({ institution: id === view.institution ? null : id });
          },
          onMoveEnd: (moved, byUser) => {
            if (!byUser) return;
            camera = moved;
            change.view({ camera: moved });
          },
          onFailure: (error) => {
            console.error(error);
            const reason = error instanceof Error ? error.message : String(error);
            store.setState((state) =>
              sessionChanged(state, { message: { key: 'circles-failed', params: { reason } } }),
            );
          },
        },
      });
      if (stopped) {
        map.dispose();
        return;
      }
      port.current = map;
      let study = store.getState().study;
      const beside = besideLegend(map, () => coveredCorner(stage, '.ql-legend').height);
      const sayBusy = busyWhileDrawing(element, map);
      const follow = () => {
        const state = store.getState();
        const contents = panelFor(state)?.mapContents(state);
        if (contents) {
          map.setContext(contents.context);
          map.setLevel(contents.level);
          map.setColours(contents.colours);
          map.setBackground(contents.background);
          map.setProgrammes(contents.programmes);
          map.setInstitutions(contents.institutions);
        }
        map.setSelected(state.view.area);
        map.setHovered(state.session.hovered);
        map.setSelectedInstitution(state.view.institution);
        if (state.study !== study || state.view.camera !== camera) {
          const isNew = state.study !== study;
          study = state.study;
          camera = state.view.camera;
          if (isNew) beside.cityChanged();
          if (!camera) map.fitAll({ animate: !isNew });
          else if (!isSamePlace(camera, map.getCamera())) map.setCamera(camera);
        }
        sayBusy();
      };
      follow();
      const unsubscribe = store.subscribe(follow);
      const legend = stage?.querySelector('.ql-legend');
      const watch = new ResizeObserver(() => {
        beside.legendChanged();
        sayBusy();
      });
      if (legend) watch.observe(legend);
      unfollow = () => {
        unsubscribe();
        watch.disconnect();
      };
      change.session({ mapReady: 'ready' });
    };
    begin().catch((error: unknown) => {
      // A missing WebGL is an expected state; anything else must be seen by whoever maintains this.
      const isExpected = error instanceof Error && error.name === 'WebGLUnavailableError';
      latest.current.change.session({ mapReady: isExpected ? 'unavailable' : 'failed' });
      if (!isExpected) console.error(error);
    });
    return () => {
      stopped = true;
      unfollow();
      port.current?.dispose();
      port.current = null;
    };
  }, [hasStudy]);

  useEffect(() => port.current?.setLabel(label), [label]);
  return container;
}
