package org.heliograph.desk.pages.design;

import io.swagger.v3.oas.annotations.Hidden;
import java.time.Duration;
import org.heliograph.desk.pages.design.Assets.Asset;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

@Controller
@Hidden
final class AssetsController {

    private final Assets assets;

    AssetsController(Assets assets) {
        this.assets = assets;
    }

    @GetMapping("/desk/assets/{name}")
    ResponseEntity<Resource> asset(@PathVariable String name) {
        Asset asset = assets.find(name).orElseThrow(NoSuchPageException::new);
        return ResponseEntity.ok()
                .contentType(asset.type())
                .eTag('"' + asset.tag() + '"')
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(10)).cachePrivate())
                .body(asset.content());
    }
}
