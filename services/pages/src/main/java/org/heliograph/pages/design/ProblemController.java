package org.heliograph.pages.design;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where a filter found the problem; whoever comes by the address finds nothing, as under all others without a page. */
@Controller
final class ProblemController {

    private final PagesProperties pages;

    ProblemController(PagesProperties pages) {
        this.pages = pages;
    }

    @RequestMapping({"${heliograph.pages.path}" + PageProblem.PATH, "${heliograph.pages.path}/**"})
    ModelAndView problem(HttpServletRequest request, HttpServletResponse response) {
        return request.getAttribute(PageProblem.class.getName()) instanceof PageProblem problem
                ? problem.page(pages, response)
                : PageProblem.NOT_FOUND.page(pages, response);
    }
}
