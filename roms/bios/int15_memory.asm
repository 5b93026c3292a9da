; INT 15h: memory beyond 1 MiB.

; ---------------------------------------------------------------- 88h: KiB above 1 MiB
extended_size:
        mov     es, [BDA_EBDA]
        mov     ax, [es:EBDA_EXTENDED]
        mov     [bp + F_AX], ax
        pop     bx                      ; AX is the answer, not a status
        LEAVE_INT

; ---------------------------------------------------------------- E8h: memory maps
memory_map:
        mov     es, [BDA_EBDA]
        cmp     byte [es:EBDA_CPU], CPU_80286
        jb      .unknown
        cmp     al, 01h
        je      .e801
        cmp     byte [es:EBDA_CPU], CPU_80386
        jb      .unknown
        cmp     al, 20h
        je      memory_e820
        cmp     al, 81h
        je      .e881
.unknown:
        mov     ah, 86h
        ret

; E801h: AX = CX = KiB from 1 to 16 MiB, BX = DX = 64 KiB units above
.e801:
        call    .sizes
        mov     [bp + F_AX], ax
        mov     [bp + F_CX], ax
        mov     [bp + F_BX], dx
        mov     [bp + F_DX], dx
        pop     bx
        LEAVE_INT

; E881h: the same in 32-bit registers
.e881:
        call    .sizes
        cpu     386
        movzx   eax, ax
        movzx   edx, dx
        mov     ecx, eax
        mov     ebx, edx
        cpu     8086
        mov     [bp + F_AX], ax         ; high halves are zero now and survive UNFRAME
        mov     [bp + F_CX], ax
        mov     [bp + F_BX], dx
        mov     [bp + F_DX], dx
        add     sp, 2
        LEAVE_INT

; Out: AX = KiB from 1 to 16 MiB, DX = 64 KiB units above. ES = EBDA.
.sizes:
        mov     ax, [es:EBDA_EXTENDED]
        mov     dx, [es:EBDA_HIGH]
        test    dx, dx
        jnz     .clip
        cmp     ax, 15 * 1024
        jbe     .done
        mov     dx, ax                  ; a CMOS that only has 30h/31h
        sub     dx, 15 * 1024
        mov     cl, 6
        shr     dx, cl
.clip:
        cmp     ax, 15 * 1024
        jbe     .done
        mov     ax, 15 * 1024
.done:  ret

; E820h: the system address map, one range a call. EBX = index, ECX = room, EDX = 'SMAP'.
        cpu     386
memory_e820:
        pop     bx                      ; not a status call
        pop     ax                      ; our frame again, but with whole registers
        pop     bx
        pop     cx
        pop     dx
        pop     si
        pop     di
        pop     bp
        pop     es
        pop     ds
        cmp     edx, 534D4150h
        jne     .fail
        cmp     ecx, 20
        jb      .fail
        push    ds
        push    esi
        push    edx
        push    ecx
        DS_EBDA ax
        xor     ecx, ecx
.next:                                  ; the first nonempty range at or after index EBX
        call    .range
        jc      .last
        test    edx, edx
        jnz     .found
        inc     ebx
        jmp     .next
.found:
        mov     [es:di], eax
        mov     dword [es:di + 4], 0
        mov     [es:di + 8], edx
        mov     dword [es:di + 12], 0
        movzx   ecx, cl
        mov     [es:di + 16], ecx
        inc     ebx
        push    ebx
        call    .range                  ; CF after the last one
        pop     ebx
        jnc     .more
        xor     ebx, ebx
.more:
        pop     ecx
        pop     edx
        pop     esi
        pop     ds
        mov     eax, edx
        mov     ecx, 20
        push    bp
        mov     bp, sp
        and     byte [bp + 6], 0FEh
        pop     bp
        iret
.last:
        pop     ecx
        pop     edx
        pop     esi
        pop     ds
.fail:
        mov     ah, 86h
        push    bp
        mov     bp, sp
        or      byte [bp + 6], 01h
        pop     bp
        iret

; Range EBX: EAX = base, EDX = length, CL = type; CF when there is none. DS = EBDA.
.range:
        cmp     ebx, 7
        cmc
        jc      .return
        push    ebx
        shl     bx, 1
        call    [cs:.ranges + bx]
        pop     ebx
        clc
.return:
        ret
.ranges:
        dw      .conventional, .ebda, .rom, .extended, .io_apic, .local_apic, .flash

.conventional:
        xor     eax, eax
        call    .boundary
        mov     cl, 1
        ret
.ebda:
        call    .boundary
        mov     eax, edx
        neg     edx
        add     edx, 0A0000h
        mov     cl, 2
        ret
; EDX = end of conventional memory.
.boundary:
        mov     dx, ds
        movzx   edx, dx
        shl     edx, 4
        ret
.rom:
        mov     eax, 0F0000h
        mov     edx, 10000h
        mov     cl, 2
        ret
.extended:
        mov     eax, 100000h
        movzx   edx, word [EBDA_HIGH]
        test    edx, edx
        jz      .below
        shl     edx, 16
        add     edx, 0F00000h
        mov     cl, 1
        ret
.below:
        movzx   edx, word [EBDA_EXTENDED]
        shl     edx, 10
        mov     cl, 1
        ret
.io_apic:
        mov     eax, IO_APIC
        jmp     short .apic
.local_apic:
        mov     eax, LOCAL_APIC
.apic:
        movzx   edx, byte [EBDA_APIC]   ; no page of them without APICs
        shl     edx, 12
        mov     cl, 2
        ret
.flash:
        mov     eax, 0FFFF0000h
        mov     edx, 10000h
        mov     cl, 2
        ret
        cpu     8086

; ---------------------------------------------------------------- 87h: block move
; ES:SI = table of eight descriptors, CX = words. The caller fills source (10h) and destination
; (18h); we fill the table's own (08h), our code (20h) and our stack (28h).
block_move:
        mov     es, [BDA_EBDA]
        mov     al, [es:EBDA_CPU]
        cmp     al, CPU_80286
        mov     ah, 86h
        jb      .return
        mov     es, [bp + F_ES]
        mov     cx, [bp + F_CX]
        mov     ah, 02h
        cmp     cx, 8000h
        ja      .return
        mov     ah, 0
        jcxz    .return
        mov     bl, al                  ; BL = processor class
        cli
        in      al, SYSTEM_A
        push    ax                      ; the A20 state to come back to
        test    al, 02h
        jnz     .open
        or      al, 02h
        and     al, 0FEh
        out     SYSTEM_A, al
.open:
        mov     ax, es
        mov     di, 08h
        mov     dx, si
        call    .descriptor
        mov     word [es:si + 08h], 64 - 1
        mov     ax, cs
        mov     di, 20h
        xor     dx, dx
        call    .descriptor
        mov     byte [es:si + 25h], 9Bh ; code
        mov     ax, ss
        mov     di, 28h
        call    .descriptor
        cmp     bl, CPU_80386
        jb      .move_286
        jmp     .move_386
.finish:
        pop     ax
        and     al, 0FEh
        out     SYSTEM_A, al
        mov     ah, 0
        sti
.return:
        ret

; A 64 KiB data descriptor at ES:SI+DI for base AX:DX (segment, offset). Destroys AX, DX.
.descriptor:
        push    bx
        push    cx
        mov     bx, ax
        mov     cl, 4
        shl     ax, cl
        mov     cl, 12
        shr     bx, cl
        add     ax, dx
        adc     bl, 0
        xor     dx, dx
        add     di, si
        mov     word [es:di], 0FFFFh
        mov     [es:di + 2], ax
        mov     [es:di + 4], bl
        mov     byte [es:di + 5], 93h
        mov     word [es:di + 6], 0
        pop     cx
        pop     bx
        ret

; The 80286 leaves protected mode through a processor reset: CMOS 0Fh = 09h brings POST back to
; block_move_resumed with the stack of 40:67.
        cpu     286
.move_286:
        push    bp
        mov     [BDA_RESUME], sp
        mov     [BDA_RESUME + 2], ss
        mov     ax, 090Fh
        call    cmos_write
        lgdt    [es:si + 08h]
        smsw    ax
        or      al, 1
        lmsw    ax
        jmp     20h:.in_286
.in_286:
        mov     ax, 10h
        mov     ds, ax
        mov     ax, 18h
        mov     es, ax
        xor     si, si
        xor     di, di
        cld
        rep     movsw
        mov     al, 0FEh                ; pulse the reset line
        out     KBD_COMMAND, al
.reset: hlt
        jmp     .reset

        cpu     386
.move_386:
        lgdt    [es:si + 08h]
        mov     dx, ss
        mov     eax, cr0
        or      al, 1
        mov     cr0, eax
        jmp     20h:.in_386
.in_386:
        mov     ax, 28h
        mov     ss, ax
        mov     ax, 10h
        mov     ds, ax
        mov     ax, 18h
        mov     es, ax
        xor     si, si
        xor     di, di
        cld
        shr     cx, 1
        rep     movsd
        adc     cx, cx
        rep     movsw
        mov     ax, 28h                 ; 64 KiB limits back into the data segments
        mov     ds, ax
        mov     es, ax
        mov     eax, cr0
        and     al, 0FEh
        mov     cr0, eax
        jmp     BIOS_SEG:.out_386
.out_386:
        mov     ss, dx
        cpu     8086
        LOAD_DS BDA_SEG, ax
        jmp     .finish

block_move_resumed:
        pop     bp
        LOAD_DS BDA_SEG, ax
        jmp     block_move.finish

; ---------------------------------------------------------------- 89h: enter protected mode
; ES:SI = table of eight descriptors (the caller fills 10h-30h), BH, BL = vector bases of the two
; interrupt controllers. Returns to the caller in protected mode with CS = 30h.
protected_mode:
        mov     es, [BDA_EBDA]
        cmp     byte [es:EBDA_CPU], CPU_80286
        mov     ah, 86h
        jb      block_move.return
        mov     es, [bp + F_ES]
        cli
        mov     al, 01h
        call    a20_set
        mov     al, 11h
        out     PIC1, al
        IO_DELAY
        mov     al, bh
        out     PIC1 + 1, al
        IO_DELAY
        mov     al, 04h
        out     PIC1 + 1, al
        IO_DELAY
        mov     al, 01h
        out     PIC1 + 1, al
        IO_DELAY
        mov     al, 11h
        out     PIC2, al
        IO_DELAY
        mov     al, bl
        out     PIC2 + 1, al
        IO_DELAY
        mov     al, 02h
        out     PIC2 + 1, al
        IO_DELAY
        mov     al, 01h
        out     PIC2 + 1, al
        IO_DELAY
        mov     al, 0FFh
        out     PIC1 + 1, al
        out     PIC2 + 1, al
        mov     ax, cs
        mov     di, 38h
        xor     dx, dx
        call    block_move.descriptor
        mov     byte [es:si + 3Dh], 9Bh
        mov     bx, [bp + F_IP]
        mov     dx, bp                  ; unwind the frame by hand: segment registers change
        cpu     286
        lgdt    [es:si + 08h]
        lidt    [es:si + 10h]
        smsw    ax
        or      al, 1
        lmsw    ax
        jmp     38h:.inside
.inside:
        mov     ax, 18h
        mov     ds, ax
        mov     ax, 20h
        mov     es, ax
        mov     ax, 28h
        mov     ss, ax
        mov     sp, dx
        pop     ax
        add     sp, 2                   ; BX is destroyed, as documented for this service
        pop     cx
        pop     dx
        pop     si
        pop     di
        pop     bp
        add     sp, 4                   ; ES, DS stay as the descriptors say
        add     sp, 6                   ; IP, CS, flags
        push    30h
        push    bx
        xor     ah, ah
        retf
        cpu     8086
