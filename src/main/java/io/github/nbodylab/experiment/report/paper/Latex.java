package io.github.nbodylab.experiment.report.paper;

/** Plain text as LaTeX, which has a meaning of its own for some characters. */
final class Latex {

    private Latex() {}

    /** The text with these escaped; letters of any script stay as they are, in UTF-8. */
    static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> out.append("\\textbackslash{}");
                case '{' -> out.append("\\textbraceleft{}"); // BibTeX counts braces, escaped ones too
                case '}' -> out.append("\\textbraceright{}");
                case '$', '&', '#', '%', '_' -> out.append('\\').append(c);
                case '^' -> out.append("\\textasciicircum{}");
                case '~' -> out.append("\\textasciitilde{}");
                case '<' -> out.append("\\textless{}");
                case '>' -> out.append("\\textgreater{}");
                case '|' -> out.append("\\textbar{}");
                case '"' -> out.append("\\symbol{34}");
                case '\u00a0' -> out.append('~');
                case '\u202f' -> out.append("\\,");
                case '\u2212' -> out.append("\\ensuremath{-}");
                default -> out.append(Character.isISOControl(c) ? ' ' : c);
            }
        }
        return out.toString();
    }
}
