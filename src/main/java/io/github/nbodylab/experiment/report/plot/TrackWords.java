package io.github.nbodylab.experiment.report.plot;

import io.github.nbodylab.experiment.report.record.RunsPictures.Meeting;
import io.github.nbodylab.experiment.report.record.RunsPictures.Track;
import io.github.nbodylab.experiment.report.record.RunsPictures.Tracks;
import io.github.nbodylab.experiment.report.words.Numbers;
import io.github.nbodylab.experiment.report.words.Terms;
import java.util.Arrays;

/** What there is to see of tracks. */
record TrackWords(Tracks tracks) {

    /** The name of a body, and what becomes of it. */
    String body(long id) {
        long taken = tracks.mergers().stream().filter(m -> m.kept() == id).count();
        boolean gone = tracks.mergers().stream().anyMatch(m -> m.gone() == id);
        return "body " + id + (taken > 0 ? ", takes in " + Numbers.count(taken) : "") + (gone ? ", is taken in" : "");
    }

    /** Of the tracks in a plane. */
    String seen() {
        double[] gaps = new double[tracks.times().size() - 1];
        Arrays.setAll(gaps, i -> tracks.times().get(i + 1) - tracks.times().get(i));
        double widest = Arrays.stream(gaps).max().orElse(0);
        return (tracks.label().isEmpty() ? "Run " + tracks.run() : Terms.capital(tracks.label()))
                + ", seen along z: " + Numbers.counted(tracks.bodies().size(), "body", "bodies")
                + " from t = 0 to "
                + Numbers.brief(tracks.times().get(tracks.times().size() - 1), 3)
                + ", drawn every " + Numbers.brief(widest, 2) + ". " + fates();
    }

    private String fates() {
        long taken = tracks.bodies().stream()
                .filter(track -> tracks.mergers().stream().anyMatch(merger -> merger.gone() == track.id()))
                .count();
        return tracks.mergers().isEmpty()
                ? "None of them merges."
                : "They take part in " + Numbers.counted(tracks.mergers().size(), "merger", "mergers") + "; "
                        + Numbers.counted(taken, "track ends", "tracks end") + " in one.";
    }

    /** Of the distances from the centre. */
    String distance() {
        Track far = tracks.bodies().get(0);
        double most = -1;
        for (Track track : tracks.bodies()) {
            double own = track.distance().stream()
                    .mapToDouble(Double::doubleValue)
                    .max()
                    .orElse(-1);
            far = own > most ? track : far;
            most = Math.max(own, most);
        }
        double[] meetings = tracks.mergers().stream()
                .mapToDouble(Meeting::distance)
                .sorted()
                .toArray();
        return "Of these, body " + far.id() + " goes farthest, to " + Numbers.significant(most, 2)
                + " H\u00e9non lengths."
                + switch (meetings.length) {
                    case 0 -> "";
                    case 1 -> " The merger happens " + Numbers.significant(meetings[0], 2) + " from the centre.";
                    default ->
                        " The mergers happen " + Numbers.significant(meetings[0], 2) + " to "
                                + Numbers.significant(meetings[meetings.length - 1], 2) + " from the centre.";
                };
    }
}
