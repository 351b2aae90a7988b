import { useEffect, useRef, useState } from 'preact/hooks';
import { loadMap } from '#map/load.ts';
import type { MapPoint } from '#map/mapView.ts';
import { panels } from '#panels/catalog.ts';
import { institutionView } from '#panels/institutions/institutionView.ts';
import { useChange, useSelect, useSpeech, useStore } from '#state/useApp.ts';
import { Button } from '#ui/Button.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { HoverCard } from '#ui/HoverCard.tsx';
import { Search } from './Search.tsx';
import { useServices } from './services.ts';
import { TimeBar } from './TimeBar.tsx';

/** Middle: where. The map, what floats above it, and its states of loading and failing. */
export function MapStage() {
  const { t } = useSpeech();
  const task = useSelect((state) => state.view.task);
  const mapReady = useSelect((state) => state.session.mapReady);
  const panel = panels.find((one) => one.id === task);
  const [pointer, setPointer] = useState<MapPoint | null>(null);
  const container = useMap(setPointer);
  return (
    <section class="ql-stage" aria-label={t('app.map-label', { title: panel ? t(panel.name) : '' })}>
      <div class="ql-map" ref={container} />
      {mapReady === 'loading' && <p class="ql-centre ql-note">{t('app.map-loading')}</p>}
      {mapReady === 'unavailable' && (
        <div class="ql-centre">
          <EmptyState title={t('app.map-unavailable-title')}>{t('app.map-unavailable-text')}</EmptyState>
        </div>
      )}
      <div class="ql-float ql-float-search">
        <Search />
      </div>
      {mapReady === 'ready' && <MapButtons />}
      <div class="ql-float ql-float-bottom">
        <div class="ql-legend">{panel && <panel.Legend />}</div>
        <TimeBar />
      </div>
      {pointer && panel && (
        <HoverCard x={pointer.x} y={pointer.y}>
          <panel.Hover />
        </HoverCard>
      )}
    </section>
  );
}

function MapButtons() {
  const { t } = useSpeech();
  const { map } = useServices();
  const area = useSelect((state) => state.view.area);
  return (
    <div class="ql-float ql-float-buttons">
      <Button
        kind="map"
        aria-label={t('app.zoom-in')}
        title={t('app.zoom-in')}
        onClick={() => map.current?.zoomIn()}
      >
        +
      </Button>
      <Button
        kind="map"
        aria-label={t('app.zoom-out')}
        title={t('app.zoom-out')}
        onClick={() => map.current?.zoomOut()}
      >
        −
      </Button>
      <Button
        kind="map"
        aria-label={t('app.zoom-all')}
        title={t('app.zoom-all')}
        onClick={() => map.current?.fitAll({ animate: true })}
      >
        <svg
          width="16"
          height="16"
          viewBox="0 0 16 16"
          fill="none"
          stroke="currentColor"
          stroke-width="1.5"
          aria-hidden="true"
        >
          <path d="M2 8 8 2.5 14 8M4 7v6.5h8V7" />
        </svg>
      </Button>
      {area !== null && (
        <Button
          kind="map"
          aria-label={t('app.zoom-area')}
          title={t('app.zoom-area')}
          onClick={() => map.current?.fitArea(area, { animate: true })}
        >
          <svg
            width="16"
            height="16"
            viewBox="0 0 16 16"
            fill="none"
            stroke="currentColor"
            stroke-width="1.5"
            aria-hidden="true"
          >
            <path d="M2 6V2h4M10 2h4v4M14 10v4h-4M6 14H2v-4" />
            <path d="M5.5 6.5 9 5l2 3-2.5 3L5 10z" />
          </svg>
        </Button>
      )}
    </div>
  );
}

/** Loads the map after the first paint and keeps it showing what the task hands over. */
function useMap(setPointer: (point: MapPoint | null) => void) {
  const container = useRef<HTMLDivElement>(null);
  const store = useStore();
  const change = useChange();
  const { map: port } = useServices();
  const { t } = useSpeech();
  const hasStudy = useSelect((state) => state.study !== null);

  useEffect(() => {
    const element = container.current;
    if (!element || !hasStudy) return;
    let stopped = false;
    let unfollow = () => {};
    const begin = async () => {
      const { MapView } = await loadMap();
      if (stopped) return;
      const { view } = store.getState();
      const map = await MapView.create(element, {
        label: t('app.map-label', { title: '' }),
        camera: view.camera,
        padding: { top: 24, left: 56, right: 60, bottom: 112 },
        events: {
          onHover: (key, point) => {
            change.session({ hovered: key });
            setPointer(key === null ? null : point);
          },
          onClick: (key) => change.view({ area: key === store.getState().view.area ? null : key }),
          onHoverInstitution: (id, point) => {
            change.session({ hoveredInstitution: id });
            setPointer(id === null ? null : point);
          },
          onClickInstitution: (id) => {
            const { view, study } = store.getState();
            if (view.task === 'explore' && study) change.view(institutionView(study.study, id));
            else change.view({ institution: id === view.institution ? null : id });
          },
          onMoveEnd: (camera, byUser) => {
            if (byUser) change.view({ camera });
          },
        },
      });
      if (stopped) {
        map.dispose();
        return;
      }
      port.current = map;
      let study = store.getState().study;
      const follow = () => {
        const state = store.getState();
        const contents = panels.find((one) => one.id === state.view.task)?.mapContents(state);
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
        if (state.study !== study) {
          study = state.study;
          if (state.view.camera) map.setCamera(state.view.camera);
          else map.fitAll();
        }
      };
      follow();
      unfollow = store.subscribe(follow);
      change.session({ mapReady: 'ready' });
    };
    begin().catch((error: unknown) => {
      change.session({ mapReady: 'unavailable' });
      // A missing WebGL is an expected state; anything else must be seen by whoever maintains this.
      if (!(error instanceof Error && error.name === 'WebGLUnavailableError')) console.error(error);
    });
    return () => {
      stopped = true;
      unfollow();
      port.current?.dispose();
      port.current = null;
    };
  }, [hasStudy]);
  return container;
}
