import type { ThemeConcepts } from './concept.ts';

/** Schools and kitas: pupils, places, need. */
export const education: ThemeConcepts = {
  concepts: [
    { id: 'pupils', theme: 'education', de: 'Schülerinnen und Schüler', en: 'Pupils', universe: null },
    {
      id: 'ndh',
      theme: 'education',
      direction: 'need',
      de: 'Kinder nichtdeutscher Herkunftssprache',
      en: 'Children whose first language is not German',
      universe: 'pupils',
      of: ['Kindern nichtdeutscher Herkunftssprache', 'children whose first language is not German'],
      rest: ['Kinder deutscher Herkunftssprache', 'children whose first language is German'],
    },
    {
      id: 'social-index',
      kind: 'value',
      unit: 'number',
      theme: 'education',
      direction: 'need',
      de: 'Sozialindex',
      en: 'Social index',
      universe: 'pupils',
    },
    {
      id: 'learning-material-exempt',
      theme: 'education',
      direction: 'need',
      de: 'Von der Zuzahlung zu Lernmitteln befreite Kinder',
      en: 'Children exempt from paying for learning materials',
      universe: 'pupils',
      of: ['Kindern mit Lernmittelbefreiung', 'children exempt from paying for learning materials'],
      rest: ['übrige Kinder', 'other children'],
    },
    { id: 'teachers', theme: 'education', de: 'Lehrkräfte', en: 'Teachers', universe: null },
    { id: 'places', unit: 'places', theme: 'education', de: 'Plätze', en: 'Places', universe: null },
  ],
  rules: [
    { concept: 'social-index', heading: /sozialindex(?: ?stufe)?$|^sozial ?index|social ?index/ },
    {
      concept: 'ndh',
      heading: /\bndhs?\b|nicht ?deutsche[rn]? herkunftssprache/,
      except: /intensivklass|schule/,
    },
    { concept: 'learning-material-exempt', heading: /lernmittelbefrei|lmb\b|bu[td]\b.*anspruch/ },
    {
      concept: 'pupils',
      heading:
        /schueler ?(?:zahl|anzahl|insgesamt|gesamt)?(?: insgesamt| gesamt| mit vorklassen)?$|anzahl ?(?:der )?schueler|schuelerinnen(?: und schueler)?(?: insgesamt)?$|^(?:students?|pupils)(?: total)?$|schueler\/?(?:innen)?zahl/,
      except: /sekundarstufe|schulwe|ndh|schuljahr|jahrgang|weiblich|maennlich|stunden/,
    },
    { concept: 'pupils', heading: /^anzahl$/, beside: [/^schul ?(?:nummer|nr)$/] },
    {
      concept: 'teachers',
      heading: /lehrkraefte|lehrerinnen|teachers? ?(?:total)?$/,
      except: /\bf$|\bm$|quer|seiten/,
    },
    {
      concept: 'places',
      heading:
        /^(?:plaetze|places|capacity|kapazitaet|(?:genehmigte|erlaubte) plaetze|platzzahl|betreuungsplaetze)\b/,
    },
  ],
};
