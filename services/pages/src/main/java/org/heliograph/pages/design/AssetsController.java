package org.heliograph.pages.design;

import java.time.Duration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

@Controller
final class AssetsController {

    private final Assets assets;

    AssetsController(Assets assets) {
        this.assets = assets;
    }

    @GetMapping("${heliograph.pages.path}/assets/{name}")
    ResponseEntity<Resource> asset(@PathVariable String name) {
        Asset asset = assets.find(name).orElseThrow(NoSuchPageException::new);
        return ResponseEntity.ok()
                .contentType(asset.type())
                .eTag('"' + asset.tag() + '"')
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(10)).cachePrivate())
                .body(asset.content());
    }
}
