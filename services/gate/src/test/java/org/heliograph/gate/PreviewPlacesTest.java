package org.heliograph.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.heliograph.gate.PreviewPlaces.Place;
import org.junit.jupiter.api.Test;

class PreviewPlacesTest {

    private final PreviewPlaces places = new PreviewPlaces(4);

    @Test
    void givesOnePartyHalfOfThemAndLeavesTheRestToOthers() {
        assertThat(places.take("xa")).isPresent();
        assertThat(places.take("xa")).isPresent();

        assertThat(places.take("xa")).isEmpty();
        assertThat(places.take("iom")).isPresent();
        assertThat(places.take("unodc")).isPresent();
        assertThat(places.take("xb")).isEmpty();
    }

    @Test
    void givesAPlaceAgainOnceItIsGivenBack() {
        Place first = places.take("xa").orElseThrow();
        places.take("xa");

        first.close();

        assertThat(places.take("xa")).isPresent();
        assertThat(places.take("xa")).isEmpty();
    }

    @Test
    void givesTheOnlyPlaceToWhoeverComesFirst() {
        PreviewPlaces one = new PreviewPlaces(1);

        assertThat(one.take("xa")).isPresent();
        assertThat(one.take("xb")).isEmpty();
    }
}
