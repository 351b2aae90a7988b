/** Spatial families over local environments. */
export const spatial = {
  'spatial_H.name': 'Räumlicher Entropieindex H̃',
  'spatial_H.sentence':
    'Die Umgebungen, in denen Menschen wohnen, sind im Mittel um {percent} Prozent weniger gemischt als die ganze Stadt.',
  'spatial_H.sentence-negative':
    'Die Umgebungen, in denen Menschen wohnen, sind im Mittel um {percent} Prozent stärker gemischt als die ganze Stadt.',
  'spatial_H.explanation':
    'Wie Theils Entropieindex, aber für die Umgebung rund um jedes Gebiet statt für das Gebiet allein: Wer im Umkreis wohnt, zählt mit, je näher, desto mehr. 0 heißt: jede Umgebung ist gemischt wie die Stadt, 1: keine ist gemischt.',
  'spatial_H.caveat':
    'Gilt für den gewählten Umkreis und die gewählte Gewichtung; je größer der Umkreis, desto kleiner in der Regel der Wert. Er kann unter 0 fallen: Dann sind die Umgebungen im Mittel stärker gemischt als die Stadt.',

  'spatial_D.name': 'Räumlicher Dissimilaritätsindex D̃',
  'spatial_D.sentence':
    'Die Zusammensetzung der Umgebungen weicht im Mittel um {percent} Prozent des Höchstmaßes von der Zusammensetzung der Stadt ab.',
  'spatial_D.explanation':
    'Wie der Dissimilaritätsindex, aber für die Umgebung rund um jedes Gebiet. Grenzen zwischen den Gebieten spielen keine Rolle mehr, nur Entfernungen. 0 heißt: jede Umgebung ist zusammengesetzt wie die Stadt.',
  'spatial_D.caveat':
    'Gilt für den gewählten Umkreis und die gewählte Gewichtung. Anders als bei D lässt sich nicht sagen, wie viele Personen umziehen müssten; in seltenen Fällen liegt der Wert über 1.',

  'spatial_R.name': 'Räumliche relative Diversität R̃',
  'spatial_R.sentence':
    'Zwei Personen aus derselben Umgebung gehören um {percent} Prozent seltener verschiedenen Gruppen an als zwei Personen aus der ganzen Stadt.',
  'spatial_R.sentence-negative':
    'Zwei Personen aus derselben Umgebung gehören um {percent} Prozent häufiger verschiedenen Gruppen an als zwei Personen aus der ganzen Stadt.',
  'spatial_R.explanation':
    'Vergleicht die Vielfalt in der Umgebung rund um jedes Gebiet mit der Vielfalt der Stadt. 0 heißt: so vielfältig wie die Stadt, 1: keine Umgebung ist gemischt.',
  'spatial_R.caveat':
    'Gilt für den gewählten Umkreis und die gewählte Gewichtung. Er kann unter 0 fallen: Dann sind die Umgebungen im Mittel vielfältiger als die Stadt.',

  'spatial_P.name': 'Räumliche Isolation P̃',
  'spatial_P.sentence':
    'Bei {group} gehören im Mittel {of100} von 100 Personen im Umkreis zur eigenen Gruppe.',
  'spatial_P.explanation':
    'Wie die Isolation, aber für die Umgebung rund um jedes Gebiet: Wer im Umkreis wohnt, zählt mit, je näher, desto mehr. 1 heißt: im Umkreis wohnt nur die eigene Gruppe.',
  'spatial_P.caveat':
    'Steigt schon dadurch, dass die Gruppe wächst. Gilt für den gewählten Umkreis und die gewählte Gewichtung.',

  'spatial_H_multi.name': 'Räumlicher Entropieindex H̃ mehrerer Gruppen',
  'spatial_H_multi.sentence':
    'Die Umgebungen, in denen Menschen wohnen, sind über alle Gruppen im Mittel um {of100} Prozent weniger gemischt als die ganze Stadt.',
  'spatial_H_multi.explanation':
    'Wie der Entropieindex mehrerer Gruppen, aber für die Umgebung rund um jedes Gebiet statt für das Gebiet allein.',
  'spatial_H_multi.caveat':
    'Gilt für den gewählten Umkreis und die gewählte Gewichtung. Er kann unter 0 fallen: Dann sind die Umgebungen im Mittel stärker gemischt als die Stadt.',

  'spatial_D_multi.name': 'Räumlicher Dissimilaritätsindex D̃ mehrerer Gruppen',
  'spatial_D_multi.sentence':
    'Über alle Gruppen weicht die Zusammensetzung der Umgebungen im Mittel um {of100} Prozent des Höchstmaßes von der Zusammensetzung der Stadt ab.',
  'spatial_D_multi.explanation':
    'Wie der Dissimilaritätsindex mehrerer Gruppen, aber für die Umgebung rund um jedes Gebiet.',
  'spatial_D_multi.caveat':
    'Gilt für den gewählten Umkreis und die gewählte Gewichtung; nur mit derselben Einteilung der Gruppen vergleichen. In seltenen Fällen liegt der Wert über 1.',

  'spatial_R_multi.name': 'Räumliche relative Diversität R̃ mehrerer Gruppen',
  'spatial_R_multi.sentence':
    'Zwei Personen aus derselben Umgebung gehören um {of100} Prozent seltener verschiedenen Gruppen an als zwei Personen aus der ganzen Stadt.',
  'spatial_R_multi.explanation':
    'Vergleicht die Vielfalt aller Gruppen in der Umgebung rund um jedes Gebiet mit der Vielfalt der Stadt.',
  'spatial_R_multi.caveat':
    'Gilt für den gewählten Umkreis und die gewählte Gewichtung. Er kann unter 0 fallen: Dann sind die Umgebungen im Mittel vielfältiger als die Stadt.',

  'spatial_P_multi.name': 'Räumliche normierte Isolation P̃ mehrerer Gruppen',
  'spatial_P_multi.sentence':
    'Die eigene Gruppe im Umkreis häufiger anzutreffen, als es ihrem Anteil an der Stadt entspricht: davon sind im Mittel aller Gruppen {of100} Prozent des Höchstmaßes erreicht.',
  'spatial_P_multi.explanation':
    'Räumliche Isolation jeder Gruppe über ihren Anteil an der Stadt hinaus, gemittelt über alle Gruppen. 0 heißt: im Umkreis wohnt jede Gruppe so häufig wie in der Stadt, 1: im Umkreis wohnt nur die eigene.',
  'spatial_P_multi.caveat':
    'Gilt für den gewählten Umkreis und die gewählte Gewichtung. Er kann unter 0 fallen: Dann treffen Menschen im Umkreis seltener auf die eigene Gruppe, als es deren Anteil entspricht.',
} as const;
