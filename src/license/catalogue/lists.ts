/** Identifiers of a list written with spaces between them. */
function ids(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/).filter((id) => id !== ""));
}

/**
 * Licenses that the FSF calls free, as joined to the SPDX list (`isFsfLibre`, SPDX license-list-data d8abdb0, which is
 * the copy that the Model Openness Tool reads). Identifiers are facts; no text is taken from the list.
 */
export const FSF_LIBRE = ids(`
  AFL-1.1 AFL-1.2 AFL-2.0 AFL-2.1 AFL-3.0 AGPL-1.0 AGPL-3.0 AGPL-3.0-only AGPL-3.0-or-later APSL-2.0 Apache-1.0
  Apache-1.1 Apache-2.0 Artistic-2.0 BSD-2-Clause BSD-2-Clause-FreeBSD BSD-2-Clause-NetBSD BSD-3-Clause
  BSD-3-Clause-Clear BSD-4-Clause BSL-1.0 BitTorrent-1.1 CC-BY-4.0 CC-BY-SA-4.0 CC0-1.0 CDDL-1.0 CECILL-2.0
  CECILL-B CECILL-C CPAL-1.0 CPL-1.0 ClArtistic Condor-1.1 ECL-2.0 EFL-2.0 EPL-1.0 EPL-2.0 EUDatagrid EUPL-1.1
  EUPL-1.2 FSFAP FTL GFDL-1.1 GFDL-1.1-only GFDL-1.1-or-later GFDL-1.2 GFDL-1.2-only GFDL-1.2-or-later GFDL-1.3
  GFDL-1.3-only GFDL-1.3-or-later GPL-2.0 GPL-2.0+ GPL-2.0-only GPL-2.0-or-later GPL-3.0 GPL-3.0+ GPL-3.0-only
  GPL-3.0-or-later HPND IJG IPA IPL-1.0 ISC Imlib2 Intel LGPL-2.1 LGPL-2.1+ LGPL-2.1-only LGPL-2.1-or-later
  LGPL-3.0 LGPL-3.0+ LGPL-3.0-only LGPL-3.0-or-later LPL-1.02 LPPL-1.2 LPPL-1.3a MIT MPL-1.1 MPL-2.0 MS-PL MS-RL
  NCSA NOSL NPL-1.0 NPL-1.1 Nokia Nunit ODbL-1.0 OFL-1.0 OFL-1.1 OLDAP-2.3 OLDAP-2.7 OSL-1.0 OSL-1.1 OSL-2.0
  OSL-2.1 OSL-3.0 OpenSSL PHP-3.01 Python-2.0 QPL-1.0 RPSL-1.0 Ruby SGI-B-2.0 SISSL SMLNJ SPL-1.0 Sleepycat
  StandardML-NJ UPL-1.0 Unlicense Vim W3C WTFPL X11 XFree86-1.1 YPL-1.1 ZPL-2.0 ZPL-2.1 Zend-2.0 Zimbra-1.3 Zlib
  eCos-2.0 gnuplot iMatix xinetd
`);

/** Licenses approved by the OSI according to that same copy: what the Model Openness Tool goes by. */
export const MOT_OSI = ids(`
  0BSD AAL AFL-1.1 AFL-1.2 AFL-2.0 AFL-2.1 AFL-3.0 AGPL-3.0 AGPL-3.0-only AGPL-3.0-or-later APL-1.0 APSL-1.0
  APSL-1.1 APSL-1.2 APSL-2.0 Apache-1.1 Apache-2.0 Artistic-1.0 Artistic-1.0-Perl Artistic-1.0-cl8 Artistic-2.0
  BSD-1-Clause BSD-2-Clause BSD-2-Clause-Patent BSD-3-Clause BSD-3-Clause-LBNL BSL-1.0 BlueOak-1.0.0 CAL-1.0
  CAL-1.0-Combined-Work-Exception CATOSL-1.1 CDDL-1.0 CECILL-2.1 CERN-OHL-P-2.0 CERN-OHL-S-2.0 CERN-OHL-W-2.0
  CNRI-Python CPAL-1.0 CPL-1.0 CUA-OPL-1.0 ECL-1.0 ECL-2.0 EFL-1.0 EFL-2.0 EPL-1.0 EPL-2.0 EUDatagrid EUPL-1.1
  EUPL-1.2 Entessa Fair Frameworx-1.0 GPL-2.0 GPL-2.0+ GPL-2.0-only GPL-2.0-or-later GPL-3.0 GPL-3.0+ GPL-3.0-only
  GPL-3.0-or-later GPL-3.0-with-GCC-exception HPND ICU IPA IPL-1.0 ISC Intel Jam LGPL-2.0 LGPL-2.0+ LGPL-2.0-only
  LGPL-2.0-or-later LGPL-2.1 LGPL-2.1+ LGPL-2.1-only LGPL-2.1-or-later LGPL-3.0 LGPL-3.0+ LGPL-3.0-only
  LGPL-3.0-or-later LPL-1.0 LPL-1.02 LPPL-1.3c LiLiQ-P-1.1 LiLiQ-R-1.1 LiLiQ-Rplus-1.1 MIT MIT-0 MIT-Modern-Variant
  MPL-1.0 MPL-1.1 MPL-2.0 MPL-2.0-no-copyleft-exception MS-PL MS-RL MirOS Motosoto MulanPSL-2.0 Multics NASA-1.3
  NCSA NGPL NPOSL-3.0 NTP Naumen Nokia OCLC-2.0 OFL-1.1 OFL-1.1-RFN OFL-1.1-no-RFN OGTSL OLDAP-2.8 OLFL-1.3
  OSET-PL-2.1 OSL-1.0 OSL-2.0 OSL-2.1 OSL-3.0 PHP-3.0 PHP-3.01 PostgreSQL Python-2.0 QPL-1.0 RPL-1.1 RPL-1.5
  RPSL-1.0 RSCPL SISSL SPL-1.0 SimPL-2.0 Sleepycat UCL-1.0 UPL-1.0 Unicode-3.0 Unicode-DFS-2016 Unlicense VSL-1.0
  W3C Watcom-1.0 Xnet ZPL-2.0 ZPL-2.1 Zlib wxWindows
`);

/**
 * What the Model Openness Tool takes for open data licenses, letter for letter. `ODC-PDDL-1.0` is not an SPDX
 * identifier (that is PDDL-1.0): the tool therefore calls PDDL-1.0 not open, and so does the `mot` profile.
 */
export const MOT_OPEN_DATA = ids(`
  CC0-1.0 CC-BY-1.0 CC-BY-2.0 CC-BY-2.5 CC-BY-2.5-AU CC-BY-3.0 CC-BY-3.0-AT CC-BY-3.0-AU CC-BY-3.0-DE CC-BY-3.0-IGO
  CC-BY-3.0-NL CC-BY-3.0-US CC-BY-4.0 CC-BY-SA-1.0 CC-BY-SA-2.0 CC-BY-SA-2.0-UK CC-BY-SA-2.1-JP CC-BY-SA-2.5
  CC-BY-SA-3.0 CC-BY-SA-3.0-AT CC-BY-SA-4.0 CDLA-Permissive-1.0 CDLA-Permissive-2.0 CDLA-Sharing-1.0 ODC-PDDL-1.0
  ODC-By-1.0 ODbL-1.0 GFDL-1.3 OGL-Canada-2.0 OGL-UK-2.0 OGL-UK-3.0
`);

/** What the Model Openness Tool takes for the right kind of license, by type of component (its mof-licenses list). */
export const MOT_TYPES = {
  code: ids(`
    0BSD AFL-1.1 AFL-1.2 AFL-2.0 AFL-2.1 AFL-3.0 Apache-1.0 Apache-1.1 Apache-2.0 ECL-1.0 ECL-2.0 ISC MIT MIT-0
    MulanPSL-1.0 MulanPSL-2.0 NCSA OpenMDW-1.0 UPL-1.0
  `),
  data: ids("C-UDA-1.0 CDLA-Permissive-1.0 CDLA-Permissive-2.0 OpenMDW-1.0 PDDL-1.0"),
  document: ids("Apache-2.0 CC-BY-4.0 CC-BY-SA-3.0 CC-BY-SA-4.0 CC-PDDC CC0-1.0 FreeBSD-DOC OpenMDW-1.0"),
} as const;

/**
 * Open data and content licenses outside the OSI and FSF lists, by the Open Definition 2.1 (its list of conformant
 * licenses) or because they waive or grant without a limit on use: PDDL-1.0, etalab-2.0, O-UDA-1.0, DL-DE, CC-PDDC.
 */
export const OPEN_DATA = ids(`
  CC0-1.0 CC-PDDC CC-PDM-1.0 PDDL-1.0 ODC-By-1.0 ODbL-1.0 CDLA-Permissive-1.0 CDLA-Permissive-2.0 CDLA-Sharing-1.0
  O-UDA-1.0 etalab-2.0 DL-DE-BY-2.0 DL-DE-ZERO-2.0 OGL-Canada-2.0 OGL-UK-1.0 OGL-UK-2.0 OGL-UK-3.0 NLOD-1.0 NLOD-2.0
  GFDL-1.1 GFDL-1.2 GFDL-1.3 GFDL-1.1-only GFDL-1.2-only GFDL-1.3-only GFDL-1.1-or-later GFDL-1.2-or-later
  GFDL-1.3-or-later FreeBSD-DOC LAL-1.2 LAL-1.3
`);

/**
 * Licenses without a limit on use that neither list names but whose terms are those of a license that is on one:
 * permissive variants (rated by the Blue Oak Council) and successors of listed licenses.
 */
export const OPEN_BY_TERMS = ids(`
  AML CECILL-2.1 Community-Spec-1.0 LPPL-1.3c MulanPSL-1.0 curl Libpng libpng-2.0 MIT-CMU MIT-enna MIT-feh MIT-Wu
  MITNFA BSD-3-Clause-Attribution BSD-3-Clause-Modification BSD-4-Clause-UC BSD-Source-Code bzip2-1.0.6 CNRI-Python
  PSF-2.0 TCL ICU Unicode-TOU X11-distribute-modifications-variant HPND-sell-variant NTP-0 OLDAP-2.8 blessing Beerware
  zlib-acknowledgement LicenseRef-OpenMDW-1.1
`);
