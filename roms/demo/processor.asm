; Which processor this is, by the marks that tell the generations apart.

; SI = its name.
processor_name:
        push sp                         ; before the 80286, SP is pushed already lowered
        pop ax
        cmp ax, sp
        je .from_286
        mov cl, 33                      ; the 80186 takes shift counts modulo 32
        mov ax, 1
        shl ax, cl
        mov si, .name_8086
        or ax, ax
        jz .done
        mov si, .name_80186
        ret
.from_286:
        pushf                           ; flag bits 14..12 stay 0 in real mode on an 80286
        pushf
        pop ax
        or ax, 0x7000
        push ax
        popf
        pushf
        pop ax
        popf
        mov si, .name_80286
        test ax, 0x7000
        jz .done
        mov bx, 0x0004                  ; EFLAGS bit 18 (AC) can be changed from the 80486 on
        call .flag_changes
        mov si, .name_80386
        jz .done
        mov bx, 0x0020                  ; bit 21 (ID): it has CPUID
        call .flag_changes
        mov si, .name_80486
        jz .done
        cli
        db 0x66, 0xB8                   ; mov eax, 1
        dd 1
        db 0x0F, 0xA2                   ; cpuid
        sti
        mov si, .name_80486
        and ah, 0x0F                    ; the family
        cmp ah, 5
        jb .done
        mov si, .name_later
.done:
        ret

; Zero flag: the bits BX of the upper half of EFLAGS cannot be changed.
.flag_changes:
        cli
        db 0x66
        pushf                           ; pushfd
        db 0x66
        pushf
        pop ax
        pop dx
        mov cx, dx
        xor dx, bx
        push dx
        push ax
        db 0x66
        popf                            ; popfd
        db 0x66
        pushf
        pop ax
        pop dx
        db 0x66
        popf
        sti
        xor dx, cx
        test dx, bx
        ret

.name_8086:     db "8086", 0
.name_80186:    db "80186", 0
.name_80286:    db "80286", 0
.name_80386:    db "80386", 0
.name_80486:    db "80486", 0
.name_later:    db "Pentium or later", 0
