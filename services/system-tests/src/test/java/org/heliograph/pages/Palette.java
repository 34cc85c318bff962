package org.heliograph.pages;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Makes pictures small, for documents: as many colours as one byte can tell apart. */
final class Palette {

    private static final int MOST = 256;
    private static final int[] COARSENESS = {17, 32, 48, 64};

    private Palette() {}

    /** A PNG of the same with fewer colours. */
    static byte[] small(byte[] png) throws IOException {
        BufferedImage whole = ImageIO.read(new ByteArrayInputStream(png));
        for (int step : COARSENESS) {
            Map<Integer, Integer> places = colours(whole, step);
            if (places.size() <= MOST) {
                return written(indexed(whole, step, places));
            }
        }
        return png;
    }

    private static Map<Integer, Integer> colours(BufferedImage picture, int step) {
        Map<Integer, Integer> places = new LinkedHashMap<>();
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                places.putIfAbsent(coarse(picture.getRGB(x, y), step), places.size());
            }
        }
        return places;
    }

    private static BufferedImage indexed(BufferedImage picture, int step, Map<Integer, Integer> places) {
        byte[][] parts = new byte[3][places.size()];
        places.forEach((colour, place) -> {
            for (int part = 0; part < parts.length; part++) {
                parts[part][place] = (byte) (colour >> (16 - 8 * part));
            }
        });
        IndexColorModel model = new IndexColorModel(8, places.size(), parts[0], parts[1], parts[2]);
        BufferedImage indexed =
                new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                int place = places.getOrDefault(coarse(picture.getRGB(x, y), step), 0);
                indexed.getRaster().setSample(x, y, 0, place);
            }
        }
        return indexed;
    }

    private static int coarse(int colour, int step) {
        int coarse = 0;
        for (int bits = 16; bits >= 0; bits -= 8) {
            int part = (colour >> bits) & 0xff;
            coarse |= Math.min(0xff, (part + step / 2) / step * step) << bits;
        }
        return coarse;
    }

    private static byte[] written(BufferedImage picture) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ImageWriteParam settings = writer.getDefaultWriteParam();
        settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        settings.setCompressionQuality(0);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), settings);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
