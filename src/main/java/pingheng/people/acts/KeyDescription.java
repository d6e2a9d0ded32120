package pingheng.people.acts;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;

/** Describes the key by which a program names an act. */
@Component
class KeyDescription implements OpenApiCustomizer {
    private static final String ABOUT = "可选。同一个键、同样的内容再送一次，不再办理，得到同样的回答；同一个键、别的内容，409 people.spent；写法不对，422。至少记 30 天"
            + " · Optional. The same key and content sent again is not done again and gets the same answer; other content under the"
            + " same key gets 409 people.spent, a malformed key 422. Remembered for 30 days at least";

    @Override
    public void customise(OpenAPI api) {
        api.getPaths()
                .values()
                .forEach(path -> path.readOperationsMap().forEach((method, operation) -> {
                    if (method != HttpMethod.GET)
                        operation.addParametersItem(new HeaderParameter()
                                .name(Idempotency.KEY)
                                .description(ABOUT)
                                .schema(new StringSchema().maxLength(100)));
                }));
    }
}
